package fr.cedre.report.html;

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
        Filters filters,
        List<Decision> decisions,
        List<Frame.Line> principles,
        List<ParameterLine> parameters,
        List<ProblemLine> problems,
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

    /** A number and what it counts. */
    public record Tile(String style, String number, String text) {}

    /** A chapter, or the name of a part when {@code bar} is null. */
    public record ChapterLine(String id, String title, @Nullable Bar bar) {}

    /** An objective: level retained and aimed at, out of the highest. */
    public record LevelLine(
            String part, String id, String title, String anchor, int retained, int target, int top, String text, String voices) {}

    /** What the filters offer, in the order of the page. */
    public record Filters(List<String> types, List<Frame.Anchor> chapters, List<Frame.Anchor> states) {
        /** Copies the lists. */
        public Filters {
            types = List.copyOf(types);
            chapters = List.copyOf(chapters);
            states = List.copyOf(states);
        }
    }

    /** A human decision, whether it counts, and why. */
    public record Decision(String what, boolean applied, String fate) {}

    /** A project parameter. */
    public record ParameterLine(String name, String value, String why) {}

    /** A reading problem. */
    public record ProblemLine(String severity, String style, String place, String message) {}

    /** A file, how it was read, its SHA-256. */
    public record FileLine(String file, String how, String fingerprint) {}
}
