package fr.cedre.binder;

import java.io.IOException;

/** Writes the pages of a binder. The same content gives the same characters, whatever the machine. */
public interface BinderPages {

    /** The page to open first. */
    void index(Binder binder, Appendable out) throws IOException;

    /** The page of a proof that is missing, to print and fill in. */
    void missing(Binder binder, MissingProof proof, Appendable out) throws IOException;

    /** The page to open first in the binder of a group. */
    void group(GroupBinder group, Appendable out) throws IOException;
}
