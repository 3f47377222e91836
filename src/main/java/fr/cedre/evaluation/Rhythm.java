package fr.cedre.evaluation;

import fr.cedre.referential.CalendarEntry;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the calendar: how many times something happened in each month of the period, by the registers.
 *
 * @param entry what is counted
 * @param known false when the register or the column is not there: the months then say nothing
 * @param months occurrences in each month that the period touches, those of the period only
 */
public record Rhythm(CalendarEntry entry, boolean known, SortedMap<YearMonth, Integer> months) {

    /** Copies the months. */
    public Rhythm {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /** Months without any. */
    public List<YearMonth> empty() {
        return months.entrySet().stream()
                .filter(e -> e.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Occurrences in the whole period. */
    public int total() {
        return months.values().stream().mapToInt(Integer::intValue).sum();
    }
}
