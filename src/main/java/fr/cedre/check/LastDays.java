package fr.cedre.check;

import fr.cedre.problem.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The nth latest day of each value: the one whose ageing leaves too few. Keeps n days a value, however many rows there are. */
final class LastDays {

    /** The day of a row that never ages. */
    static final long NEVER = Long.MAX_VALUE;

    private final int atLeast;
    private final Map<String, PriorityQueue<Day>> latest = new HashMap<>();

    /** {@code atLeast} rows are wanted for each value. */
    LastDays(int atLeast) {
        this.atLeast = atLeast;
    }

    /** A day and where it is written. */
    record Day(long day, Location place) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int order = Long.compare(day, other.day);
            return order == 0 ? other.place.compareTo(place) : order;
        }
    }

    void add(String value, long day, Location place) {
        PriorityQueue<Day> days = latest.computeIfAbsent(value, key -> new PriorityQueue<>());
        days.add(new Day(day, place));
        if (days.size() > atLeast) {
            days.remove();
        }
    }

    /** The nth latest day, or null when there never were n rows. */
    @Nullable
    Day last(String value) {
        PriorityQueue<Day> days = latest.get(value);
        return days == null || days.size() < atLeast ? null : days.peek();
    }
}
