package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.referential.Referential;
import java.io.IOException;

/** {@code cedre diff} for a wiki or a report. */
public final class DiffMarkdown implements DiffRenderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public DiffMarkdown(String version) {
        this.version = version;
    }

    @Override
    public void comparison(Comparison comparison, RenderOptions options, Appendable out) throws IOException {
        MarkdownWriter page = new MarkdownWriter(out);
        page.title(
                1, "De " + comparison.from().title() + " à " + comparison.to().title());
        head(comparison, page);
        page.table(DiffWords.comparison(comparison));
    }

    @Override
    public void transition(Transition transition, RenderOptions options, Appendable out) throws IOException {
        Comparison comparison = transition.comparison();
        MarkdownWriter page = new MarkdownWriter(out);
        page.title(
                1,
                transition.after().structure().name() + " : de "
                        + comparison.from().id() + " à " + comparison.to().id());
        page.paragraph("Au " + French.date(transition.after().period().end()) + ".");
        head(comparison, page);
        for (Transition.Category category : Transition.Category.values()) {
            page.item(category.words() + " : " + transition.count(category));
        }
        page.item("preuves réutilisables telles quelles : "
                + DiffText.refs(transition.proofs().reusable()));
        page.item("preuves à compléter : " + DiffText.refs(transition.proofs().toComplete()));
        page.item("preuves qui ne servent plus : "
                + DiffText.refs(transition.proofs().unused()));
        page.blank();
        page.table(DiffWords.transition(transition));
    }

    private void head(Comparison comparison, MarkdownWriter page) throws IOException {
        referential(comparison.from(), page);
        referential(comparison.to(), page);
        page.item("types : " + DiffWords.types(comparison.types()));
        page.item("correspondance : " + DiffWords.way(comparison));
        page.item("établi par cedre " + version + " ; prépare un audit et ne certifie rien");
        page.blank();
    }

    private static void referential(Referential referential, MarkdownWriter page) throws IOException {
        page.item(referential.id() + " (" + ReferentialWords.provenance(referential.provenance()) + ") : "
                + referential.notice());
    }
}
