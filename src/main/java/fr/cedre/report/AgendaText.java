package fr.cedre.report;

import fr.cedre.review.Review;
import java.io.IOException;

/** What comes due, on a terminal. */
final class AgendaText {

    private AgendaText() {}

    static void write(Review review, RenderOptions options, TextLayout out) throws IOException {}
}
