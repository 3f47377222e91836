package fr.cedre.report.html;

import fr.cedre.report.Sanitiser;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The last step of a page: no character that is unseen, changes the reading order or drives a terminal goes through, whatever wrote it. Mark-up is
 * escaped before, by the templates.
 */
final class InertOutput implements TemplateOutput {

    private final Appendable out;

    InertOutput(Appendable out) {
        this.out = out;
    }

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        try {
            out.append(Sanitiser.text(value.substring(beginIndex, endIndex)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
