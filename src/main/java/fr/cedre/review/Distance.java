package fr.cedre.review;

import fr.cedre.evaluation.Gap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far what was measured stands from its threshold: two gaps of one identity are both on the wrong side of it, so the farther one is the more
 * serious, whichever side that is.
 *
 * @param numerator numerator, zero or more
 * @param denominator denominator, positive
 * @param unit unit of both values ("jours"), empty for a share or a plain number
 */
record Distance(BigInteger numerator, BigInteger denominator, String unit) {

    private static final Pattern VALUE = Pattern.compile(
            "(\\d{2})/(\\d{2})/(\\d{4})|(\\d{1,12})\\s*/\\s*(\\d{1,12})|(\\d{1,12}(?:[.,]\\d{1,9})?)\\s*(%|jours?|mois|semaines?|ans?)?");

    /** The distance of a gap, or null when its measure cannot be compared with its threshold. */
    static @Nullable Distance of(Gap gap) {
        if (gap.measure() == null || gap.threshold() == null) {
            return null;
        }
        Distance measure = value(VALUE.matcher(gap.measure()));
        Matcher bounds = VALUE.matcher(gap.threshold());
        Distance nearest = null;
        for (Distance bound = value(bounds); bound != null; bound = value(bounds)) {
            if (measure == null || !measure.unit.equals(bound.unit)) {
                return null;
            }
            Distance away = measure.from(bound);
            // « du … au … »: what is outside is as far as the nearest of the two.
            nearest = nearest == null || away.compareTo(nearest) < 0 ? away : nearest;
        }
        return nearest;
    }

    private Distance from(Distance other) {
        return new Distance(
                numerator
                        .multiply(other.denominator)
                        .subtract(other.numerator.multiply(denominator))
                        .abs(),
                denominator.multiply(other.denominator),
                unit);
    }

    /** The next value a text holds: a share, a number with its unit, a day; null when there is none. */
    private static @Nullable Distance value(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        if (matcher.group(1) != null) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(1)));
                return new Distance(BigInteger.valueOf(day.toEpochDay()), BigInteger.ONE, "date");
            } catch (java.time.DateTimeException e) {
                return null;
            }
        }
        if (matcher.group(4) != null) {
            BigInteger denominator = new BigInteger(matcher.group(5));
            return denominator.signum() == 0 ? null : new Distance(new BigInteger(matcher.group(4)), denominator, "");
        }
        BigDecimal number = new BigDecimal(matcher.group(6).replace(',', '.'));
        String unit = matcher.group(7) == null ? "" : matcher.group(7);
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, number.scale()));
        if (unit.equals("%")) {
            return new Distance(number.unscaledValue(), denominator.multiply(BigInteger.valueOf(100)), "");
        }
        return new Distance(number.unscaledValue(), denominator, unit.isEmpty() ? "" : unit.substring(0, 1));
    }

    /** Negative, zero or positive as this one is nearer, as near, or farther. */
    int compareTo(Distance other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** How a gap moved: negative when lighter, positive when heavier, by gravity, then by occurrences, then by measure. */
    static int moved(Gap before, Gap now) {
        int order = before.gravity().compareTo(now.gravity());
        if (order == 0) {
            order = Integer.compare(now.occurrences(), before.occurrences());
        }
        if (order == 0) {
            Distance was = of(before);
            Distance is = of(now);
            order = was == null || is == null || !was.unit.equals(is.unit) ? 0 : is.compareTo(was);
        }
        return order;
    }
}
