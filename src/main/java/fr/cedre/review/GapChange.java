package fr.cedre.review;

import fr.cedre.evaluation.Gap;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A gap and what became of it since the reference.
 *
 * @param gap the gap as found today, or as it was when it is no longer found
 * @param before the gap as it was, or null
 * @param change what became of it
 * @param motive why, or null
 * @param since first day of the unbroken run it is part of; for one no longer found, of the run that ends
 * @param firstSeen first photograph it was ever in
 * @param lifted for one that came back, the photograph in which it was first gone, or null
 * @param title title of its specification
 * @param referential referential in which its specification is to be read: the one now used, or the reference's when nothing takes it up
 * @param formerSpecification identifier of its specification in the reference, when it differs, or null
 */
public record GapChange(
        Gap gap,
        @Nullable Gap before,
        Change change,
        @Nullable Motive motive,
        LocalDate since,
        LocalDate firstSeen,
        @Nullable LocalDate lifted,
        String title,
        String referential,
        @Nullable String formerSpecification) {

    /** The same, of which nothing is proven. */
    GapChange unproven() {
        return new GapChange(
                gap,
                before,
                Change.A_VERIFIER,
                Motive.NON_VERIFIABLE,
                since,
                firstSeen,
                lifted,
                title,
                referential,
                formerSpecification);
    }

    /** The same for another reason. */
    GapChange because(Motive other) {
        return new GapChange(
                gap, before, change, other, since, firstSeen, lifted, title, referential, formerSpecification);
    }
}
