package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import java.io.IOException;

/** {@code cedre diff} for a spreadsheet. */
public final class DiffCsv implements DiffRenderer {

    /** A table; the version is not part of it. */
    public DiffCsv(String version) {
        // A spreadsheet has no place for who wrote it.
    }

    @Override
    public void comparison(Comparison comparison, RenderOptions options, Appendable out) throws IOException {
        CsvWriter.write(DiffWords.comparison(comparison), out);
    }

    @Override
    public void transition(Transition transition, RenderOptions options, Appendable out) throws IOException {
        CsvWriter.write(DiffWords.transition(transition), out);
    }
}
