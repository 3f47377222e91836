package fr.cedre.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact non-negative fraction: a third is 1/3, never 0.333.
 *
 * @param numerator numerator
 * @param denominator denominator, positive
 */
public record Fraction(long numerator, long denominator) {

    private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,6})(?:[.,](\\d{1,4}))?\\s*%");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,6}))?");

    /** Refuses a denominator that is not positive. */
    public Fraction {
        if (denominator <= 0 || numerator < 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /** Reads {@code 1/3}, {@code 80 %} or {@code 1,5}. */
    public static Optional<Fraction> parse(String text) {
        String trimmed = text.strip();
        Matcher ratio = RATIO.matcher(trimmed);
        if (ratio.matches() && Long.parseLong(ratio.group(2)) > 0) {
            return Optional.of(new Fraction(Long.parseLong(ratio.group(1)), Long.parseLong(ratio.group(2))));
        }
        Matcher percent = PERCENT.matcher(trimmed);
        if (percent.matches()) {
            Fraction value = decimal(percent.group(1), percent.group(2));
            return Optional.of(new Fraction(value.numerator, value.denominator * 100));
        }
        Matcher decimal = DECIMAL.matcher(trimmed);
        return decimal.matches() ? Optional.of(decimal(decimal.group(1), decimal.group(2))) : Optional.empty();
    }

    private static Fraction decimal(String whole, @org.jspecify.annotations.Nullable String decimals) {
        BigDecimal value = new BigDecimal(decimals == null ? whole : whole + "." + decimals);
        return new Fraction(
                value.unscaledValue().longValueExact(),
                BigDecimal.TEN.pow(value.scale()).longValueExact());
    }

    /** True when {@code part} out of {@code whole} reaches this fraction, bound included. */
    public boolean reachedBy(long part, long whole) {
        return Math.multiplyExact(part, denominator) >= Math.multiplyExact(whole, numerator);
    }

    /** The smallest whole number of {@code whole} that reaches this fraction. */
    public long neededOf(long whole) {
        return Math.floorDiv(Math.multiplyExact(whole, numerator) + denominator - 1, denominator);
    }

    @Override
    public String toString() {
        return denominator == 100 ? numerator + " %" : numerator + "/" + denominator;
    }
}
