package fr.cedre.report.html;

import fr.cedre.report.RenderOptions;
import fr.cedre.report.ReviewRenderer;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import java.io.IOException;

/** {@code cedre review} as a page: what got worse first, the trend, what comes due. */
public final class ReviewHtml implements ReviewRenderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public ReviewHtml(String version) {
        this.version = version;
    }

    @Override
    public void review(Review review, RenderOptions options, Appendable out) throws IOException {
        Templates.render("revue.jte", ReviewPage.of(review, "cedre " + version), out);
    }

    @Override
    public void group(GroupReview review, RenderOptions options, Appendable out) throws IOException {
        Templates.render("revue-groupe.jte", GroupReviewPage.of(review, "cedre " + version), out);
    }
}
