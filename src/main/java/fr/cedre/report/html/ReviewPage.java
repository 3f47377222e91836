package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.report.French;
import fr.cedre.report.ReviewWords;
import fr.cedre.review.Change;
import fr.cedre.review.Photograph;
import fr.cedre.review.Review;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a folder.
 *
 * @param frame what surrounds it
 * @param headline the line that matters
 * @param tone of the headline
 * @param saved what was kept of the day, or nothing
 * @param tiles counts
 * @param filter by change, gravity, type and chapter
 * @param parts gaps by change, what got worse first
 * @param trend chapters over time, or null when there is one moment only
 * @param agenda what comes due
 * @param photographs photographs of its story
 * @param photographTroubles what could not be read of them
 * @param troubles what could not be read of the folder
 */
public record ReviewPage(
        Frame frame,
        String headline,
        String tone,
        String saved,
        List<Tile> tiles,
        Filter filter,
        List<Part> parts,
        @Nullable TrendTable trend,
        AgendaTables agenda,
        List<Shot> photographs,
        List<Trouble> photographTroubles,
        List<Trouble> troubles) {

    private static final String ZONE = "ecarts";

    /** Copies the lists. */
    public ReviewPage {
        tiles = List.copyOf(tiles);
        parts = List.copyOf(parts);
        photographs = List.copyOf(photographs);
        photographTroubles = List.copyOf(photographTroubles);
        troubles = List.copyOf(troubles);
    }

    /** The gaps of one change. */
    public record Part(String id, String title, List<GapSheet> sheets) {
        /** Copies the list. */
        public Part {
            sheets = List.copyOf(sheets);
        }
    }

    /** A photograph: its day, file, referential, version of cedre, counts, and what it is here. */
    public record Shot(String date, String file, String referential, String tool, String counts, String role) {}

    /** The page. */
    static ReviewPage of(Review review, String tool) {
        ChangeSheets sheets = new ChangeSheets(review);
        List<Part> parts = parts(review, sheets);
        TrendTable trend = TrendTable.of(review.trends());
        AgendaTables agenda = AgendaTables.of(review);
        List<Shot> shots =
                review.photographs().stream().map(p -> shot(review, p)).toList();
        List<Trouble> photographs = Heads.troubles(review.problems());
        List<Trouble> troubles = Heads.troubles(review.evaluation().problems());
        List<Frame.Anchor> contents = new ArrayList<>();
        Heads.anchor(contents, !parts.isEmpty(), "changements", "Écarts");
        Heads.anchor(contents, trend != null, "tendance", "Tendance");
        Heads.anchor(contents, true, "echeances", "Échéances");
        Heads.anchor(contents, !shots.isEmpty(), "photographies", "Photographies");
        Heads.anchor(
                contents,
                !(photographs.isEmpty() && troubles.isEmpty()),
                photographs.isEmpty() ? "problemes" : "problemes-photographies",
                "Problèmes de lecture");
        return new ReviewPage(
                new Frame(
                        "Revue : " + review.evaluation().structure().name(),
                        "Revue d'une année sur l'autre",
                        identity(review),
                        contents,
                        tool),
                ReviewWords.headline(review),
                tone(review),
                ReviewWords.saved(review),
                tiles(review),
                filter(review, sheets)
                        .among(parts.stream()
                                .flatMap(p -> p.sheets().stream())
                                .map(GapSheet::tags)
                                .toList()),
                parts,
                trend,
                agenda,
                shots,
                photographs,
                troubles);
    }

    private static List<Frame.Line> identity(Review review) {
        Evaluation evaluation = review.evaluation();
        List<Frame.Line> lines = new ArrayList<>();
        lines.add(Heads.structure(evaluation.structure()));
        lines.add(Heads.audit(evaluation.period()));
        lines.addAll(Heads.referential("Référentiel", evaluation.referential()));
        lines.add(new Frame.Line("Référence", ReviewWords.reference(review)));
        if (review.reference() != null) {
            review.notices().forEach(n -> lines.add(new Frame.Line("À savoir", n)));
        }
        ReviewWords.limits(review).forEach(l -> lines.add(new Frame.Line("Attention", l)));
        if (evaluation.restricted()) {
            lines.add(new Frame.Line("Attention", ReviewWords.RESTRICTED));
        }
        return lines;
    }

    /** Worst first: something got worse, something could not be verified again, or neither. */
    static String tone(Review review) {
        boolean first = review.reference() == null;
        var worse = first
                ? review.changes().stream().filter(c -> c.change().present()).toList()
                : review.regressions();
        if (worse.stream().anyMatch(c -> c.gap().gravity() == Gravity.MAJEURE)) {
            return "majeure";
        }
        if (!worse.isEmpty()) {
            return "mineure";
        }
        return review.of(Change.A_VERIFIER).isEmpty() && !review.historyUnreadable() ? "conforme" : "a_examiner";
    }

    private static List<Tile> tiles(Review review) {
        if (review.reference() == null) {
            int n = ReviewWords.present(review);
            return List.of(new Tile(n == 0 ? "conforme" : "mineure", n, n < 2 ? "écart relevé" : "écarts relevés"));
        }
        Map<Change, Integer> counts = review.counts();
        return Arrays.stream(Change.values())
                .map(c -> {
                    int n = counts.getOrDefault(c, 0);
                    return new Tile(n == 0 ? "" : Badge.of(c).tone(), n, ReviewWords.adjective(c, n));
                })
                .toList();
    }

    private static List<Part> parts(Review review, ChangeSheets sheets) {
        List<Part> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            int n = review.of(change).size();
            if (n > 0) {
                String title = review.reference() == null ? "Écarts relevés" : ReviewWords.title(change);
                parts.add(new Part("changement-" + change.code(), title + " (" + n + ")", sheets.of(change)));
            }
        }
        return parts;
    }

    private static Filter filter(Review review, ChangeSheets sheets) {
        return new Filter(
                ZONE,
                "Trier les écarts",
                List.of(
                        new Filter.Choice(
                                "changement",
                                "Changement",
                                "Tous",
                                Arrays.stream(Change.values())
                                        .filter(c -> !review.of(c).isEmpty())
                                        .map(c -> new Filter.Option(c.code(), ReviewWords.adjective(c, 2)))
                                        .toList()),
                        gravities(review),
                        new Filter.Choice(
                                "type",
                                "Type de structure",
                                "Tous les types",
                                review.evaluation().types().stream()
                                        .map(StructureType::code)
                                        .map(t -> new Filter.Option(t, t))
                                        .toList()),
                        new Filter.Choice("chapitre", "Chapitre", "Tous les chapitres", sheets.chapters())));
    }

    private static Filter.Choice gravities(Review review) {
        return new Filter.Choice(
                "gravite",
                "Gravité",
                "Toutes",
                Arrays.stream(Gravity.values())
                        .filter(g ->
                                review.changes().stream().anyMatch(c -> c.gap().gravity() == g))
                        .map(g -> new Filter.Option(g.code(), g.code()))
                        .toList());
    }

    private static Shot shot(Review review, Photograph photograph) {
        Photograph reference = review.reference();
        boolean compared = reference != null && reference.file().equals(photograph.file());
        return new Shot(
                French.date(photograph.period().end()),
                photograph.file(),
                photograph.referential() + (photograph.restricted() ? ", en partie" : ""),
                photograph.toolVersion(),
                French.count(photograph.summary().getOrDefault("conforme", 0), "conforme") + ", "
                        + photograph.summary().getOrDefault("ecart", 0) + " en écart, "
                        + photograph.summary().getOrDefault("a_examiner", 0) + " à examiner",
                compared ? "référence de cette revue" : "");
    }
}
