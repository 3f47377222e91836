package fr.cedre.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a structure places itself on one objective.
 *
 * @param scale the levels
 * @param voices every voice that gave a level, sorted by name
 * @param retained rank retained: the lower median of the voices
 * @param target rank aimed at, the highest of the voices, or -1
 */
public record Position(Scale scale, List<Voice> voices, int retained, int target) {

    /**
     * What one voice said.
     *
     * @param name group that speaks ("direction")
     * @param rank its level
     * @param target level it aims at, or -1
     * @param on day, or null
     * @param evidence references of proofs it cites
     * @param line line of {@code autoevaluation.csv}
     */
    public record Voice(
            String name, int rank, int target, @Nullable LocalDate on, List<String> evidence, int line) {
        /** Copies the list. */
        public Voice {
            evidence = List.copyOf(evidence);
        }
    }

    /** Copies the list. */
    public Position {
        voices = List.copyOf(voices);
    }

    /** The lowest level given. */
    public int lowest() {
        return voices.stream().mapToInt(Voice::rank).min().orElse(-1);
    }

    /** The highest level given. */
    public int highest() {
        return voices.stream().mapToInt(Voice::rank).max().orElse(-1);
    }

    /** True when the level retained is below the one aimed at. */
    public boolean toImprove() {
        return target > retained;
    }

    /** The most recent day a voice spoke, or null. */
    public @Nullable LocalDate latest() {
        LocalDate latest = null;
        for (Voice voice : voices) {
            if (voice.on() != null && (latest == null || voice.on().isAfter(latest))) {
                latest = voice.on();
            }
        }
        return latest;
    }
}
