package fr.cedre.report.html;

import fr.cedre.binder.Binder;
import fr.cedre.binder.BinderPages;
import fr.cedre.binder.GroupBinder;
import fr.cedre.binder.MissingProof;
import java.io.IOException;

/** The pages of a binder, to be opened from a key, in any browser, without a network. */
public final class BinderHtml implements BinderPages {

    private final String version;

    /** Pages signed by a version of cedre. */
    public BinderHtml(String version) {
        this.version = version;
    }

    @Override
    public void index(Binder binder, Appendable out) throws IOException {
        Templates.render("classeur.jte", new BinderIndexMaker(version, binder).page(), out);
    }

    @Override
    public void missing(Binder binder, MissingProof proof, Appendable out) throws IOException {
        Templates.render("classeur-manquante.jte", MissingPage.of(version, binder, proof), out);
    }

    @Override
    public void group(GroupBinder group, Appendable out) throws IOException {
        Templates.render("classeur-groupe.jte", BinderGroupPage.of(version, group), out);
    }
}
