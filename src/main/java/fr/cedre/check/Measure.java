package fr.cedre.check;

/**
 * One point of a monthly table (V2 § 6.1 G): shown in detail, drawn in reports.
 *
 * @param check id of the check
 * @param object month {@code aaaa-mm}
 * @param population persons concerned
 * @param covered persons covered
 * @param reserved persons covered under reserve (unsigned but argued)
 * @param required smallest number that satisfies the rule, or -1 when it cannot be told
 * @param source register the population was counted on
 */
public record Measure(
        String check, String object, int population, int covered, int reserved, long required, String source) {}
