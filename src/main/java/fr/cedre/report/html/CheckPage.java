package fr.cedre.report.html;

import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.report.French;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a check shows, in its order.
 *
 * @param frame what surrounds it
 * @param warnings what the reader must know before anything else: a restricted control, an unusable file
 * @param verdict the result in one line
 * @param verdictState state of the verdict line
 * @param first what to do first, or empty
 * @param firstAnchor sheet it is about, or empty
 * @param rate rate with its formula, or empty
 * @param purpose what the document is not
 * @param tiles counts
 * @param chapters one line for each chapter
 * @param radar rates by chapter or levels by part, or null when there is too little to draw
 * @param charts shares month by month
 * @param calendar what was held month by month, or null
 * @param levels self-assessment: objectives and their levels, by part
 * @param sheets specifications, gaps first
 * @param filters what the filters offer
 * @param decisions judgements and non-applicabilities
 * @param principles principles and the proofs that cite them
 * @param parameters project parameters
 * @param problems reading problems
 * @param files files read, with their fingerprints
 */
public record CheckPage(
        Frame frame,
        List<String> warnings,
        String verdict,
        String verdictState,
        String first,
        String firstAnchor,
        String rate,
        String purpose,
        List<Tile> tiles,
        List<ChapterLine> chapters,
        @Nullable Radar radar,
        List<MonthChart> charts,
        @Nullable CalendarTable calendar,
        List<LevelLine> levels,
        List<Sheet> sheets,
        Filter filters,
        List<Decision> decisions,
        List<Frame.Line> principles,
        List<ParameterLine> parameters,
        List<Trouble> problems,
        List<FileLine> files) {

    /** Copies the lists. */
    public CheckPage {
        warnings = List.copyOf(warnings);
        tiles = List.copyOf(tiles);
        chapters = List.copyOf(chapters);
        charts = List.copyOf(charts);
        levels = List.copyOf(levels);
        sheets = List.copyOf(sheets);
        decisions = List.copyOf(decisions);
        principles = List.copyOf(principles);
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** A chapter, or the name of a part when there are no counts. */
    public record ChapterLine(
            String id, String title, @Nullable Counts counts) {}

    /**
     * How results share themselves among the statuses.
     *
     * @param bar the same, drawn
     * @param numbers results of each status, in the order of {@link Status}
     * @param total results in all
     */
    public record Counts(Strip bar, List<Integer> numbers, int total) {
        /** Copies the list. */
        public Counts {
            numbers = List.copyOf(numbers);
        }
    }

    static Counts counts(Collection<SpecificationResult> results) {
        List<Strip.Part> parts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Status status : Status.values()) {
            int n = (int) results.stream().filter(r -> r.status() == status).count();
            numbers.add(n);
            String words =
                    status == Status.ECART ? "en écart" : Badge.of(status, null).words();
            parts.add(new Strip.Part(status.code(), n + " " + French.plural(n, words), n));
        }
        return new Counts(Strip.of(parts), numbers, results.size());
    }

    /** An objective: level retained and aimed at, out of the highest. */
    public record LevelLine(
            String part,
            String id,
            String title,
            String anchor,
            int retained,
            int target,
            int top,
            String text,
            String voices) {}

    /** A human decision, whether it counts, and why. */
    public record Decision(String what, boolean applied, String fate) {}

    /** A project parameter. */
    public record ParameterLine(String name, String value, String why) {}

    /** A file, how it was read, its SHA-256. */
    public record FileLine(String file, String how, String fingerprint) {}
}
