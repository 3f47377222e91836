package fr.cedre.report;

import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.List;

/**
 * The report for a terminal: what is to be done, most serious first, and as its very last line the one that matters. It says the
 * same without colour and in a file.
 */
public final class TextReport implements Renderer {

    /** A part of the report; writes nothing, not even a title, when it has nothing to say. */
    @FunctionalInterface
    interface Section {
        void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException;
    }

    private final List<Section> sections;

    /** A report signed by a version of cedre. */
    public TextReport(String version) {
        sections = List.of(
                new TextHeader(version),
                TextHeader::problems,
                TextChapters::write,
                TextPicture::write,
                TextFindings::gaps,
                TextFindings.of(Level.POINT_SENSIBLE, "Points sensibles", "! ", Style.DOUBT),
                TextPicture::plan,
                TextOpen::write,
                TextReuse::alone,
                TextReuse::write,
                TextDecisions::write,
                TextFindings.of(Level.PISTE_DE_PROGRES, "Pistes de progrès", "+ ", Style.PLAIN),
                TextFindings.of(Level.POINT_FORT, "Points forts", "+ ", Style.GOOD),
                TextDetail::write,
                TextDetail::parameters,
                TextClosing::write);
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        TextLayout layout = new TextLayout(out, options.width(), new Styles(options.colour()));
        for (Section section : sections) {
            section.write(evaluation, options, layout);
        }
    }
}
