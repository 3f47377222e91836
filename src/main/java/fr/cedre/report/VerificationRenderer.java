package fr.cedre.report;

import fr.cedre.review.GroupVerification;
import fr.cedre.review.Verification;
import java.io.IOException;

/** Says whether a kept report still describes a folder, or the members of a group; the same promise as {@link Renderer}. */
public interface VerificationRenderer {

    /** One folder. */
    void verification(Verification verification, RenderOptions options, Appendable out) throws IOException;

    /** A group. */
    void group(GroupVerification verification, RenderOptions options, Appendable out) throws IOException;
}
