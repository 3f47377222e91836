package fr.cedre.report.html;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.report.RenderOptions;
import fr.cedre.report.Renderer;
import java.io.IOException;

/** {@code cedre check} as one page to look at, print and share. */
public final class HtmlReport implements Renderer {

    private final String version;

    /** A report signed by a version of cedre. */
    public HtmlReport(String version) {
        this.version = version;
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        Templates.render("controle.jte", new CheckPageMaker(version, evaluation).page(), out);
    }
}
