package fr.cedre.report;

import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import java.io.IOException;

/** Writes what became of a folder, or of every member of a group; the same promise as {@link Renderer}. */
public interface ReviewRenderer {

    /** One folder. */
    void review(Review review, RenderOptions options, Appendable out) throws IOException;

    /** A group. */
    void group(GroupReview review, RenderOptions options, Appendable out) throws IOException;
}
