package fr.cedre.report.html;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.report.DiffRenderer;
import fr.cedre.report.RenderOptions;
import java.io.IOException;

/** {@code cedre diff} as a page: both referentials side by side, and for a folder the work plan first. */
public final class DiffHtml implements DiffRenderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public DiffHtml(String version) {
        this.version = version;
    }

    @Override
    public void comparison(Comparison comparison, RenderOptions options, Appendable out) throws IOException {
        Templates.render("comparaison.jte", ComparisonPage.of(comparison, "cedre " + version), out);
    }

    @Override
    public void transition(Transition transition, RenderOptions options, Appendable out) throws IOException {
        Templates.render("transition.jte", TransitionPage.of(transition, "cedre " + version), out);
    }
}
