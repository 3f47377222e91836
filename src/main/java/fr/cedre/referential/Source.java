package fr.cedre.referential;

import org.jspecify.annotations.Nullable;

/**
 * Where the wording of one specification comes from, when it is not simply the provenance of its referential.
 *
 * @param referential id of the referential whose file holds it
 * @param provenance its own provenance, or that of its referential
 * @param text source cited, or null
 * @param confidence {@code forte}, {@code moyenne}, {@code faible}, or null
 * @param why what the deduction rests on, or null
 */
public record Source(
        String referential,
        Provenance provenance,
        @Nullable String text,
        @Nullable String confidence,
        @Nullable String why) {}
