package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.check.Parameter;
import fr.cedre.check.Position;
import fr.cedre.dossier.FileRead;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Part;
import fr.cedre.referential.Principle;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.DecisionWords;
import fr.cedre.report.French;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an evaluation into the words of its page. */
final class CheckPageMaker {

    private final String version;
    private final Evaluation evaluation;

    CheckPageMaker(String version, Evaluation evaluation) {
        this.version = version;
        this.evaluation = evaluation;
    }

    CheckPage page() {
        List<Sheet> sheets = new Sheets(evaluation).all();
        List<MonthChart> charts = Words.results(evaluation).stream()
                .filter(r -> !r.measures().isEmpty())
                .map(r -> MonthChart.of(r, Sheets.anchor(r)))
                .toList();
        CalendarTable calendar =
                evaluation.rhythms().stream().anyMatch(r -> r.known()) ? CalendarTable.of(evaluation.rhythms()) : null;
        Summary summary = evaluation.summary();
        boolean checked = ClosingWords.checked(evaluation);
        Optional<SpecificationResult> gap = ClosingWords.firstGap(evaluation);
        List<CheckPage.Decision> decisions = decisions();
        List<CheckPage.LevelLine> levels = levels();
        return new CheckPage(
                frame(checked, !charts.isEmpty() || calendar != null, !levels.isEmpty(), !decisions.isEmpty()),
                warnings(),
                (checked ? "Le contrôle relève : " : "Auto-évaluation : ")
                        + String.join(" · ", ClosingWords.counts(evaluation)),
                summary.majeures() > 0 || evaluation.anyUnusable()
                        ? "majeure"
                        : summary.mineures() > 0 ? "mineure" : summary.aExaminer() > 0 ? "a_examiner" : "conforme",
                ClosingWords.firstToDo(evaluation)
                        .map(ClosingWords::capitalised)
                        .orElse(""),
                gap.map(Sheets::anchor).orElse(""),
                checked ? ClosingWords.rate(summary, evaluation.restricted()) : "",
                ClosingWords.purpose(evaluation),
                checked ? tiles(summary) : levelTiles(summary, levels),
                chapters(),
                radar(),
                charts,
                calendar,
                levels,
                sheets,
                filters(sheets),
                decisions,
                principles(),
                evaluation.parameters().stream().map(CheckPageMaker::parameter).toList(),
                Heads.troubles(evaluation.problems()),
                evaluation.files().stream().map(CheckPageMaker::file).toList());
    }

    private Frame frame(boolean checked, boolean months, boolean levels, boolean decisions) {
        List<Frame.Anchor> contents = new ArrayList<>();
        contents.add(new Frame.Anchor("synthese", "Synthèse"));
        if (levels) {
            contents.add(new Frame.Anchor("niveaux", "Niveaux"));
        }
        if (months) {
            contents.add(new Frame.Anchor("mois", "Mois par mois"));
        }
        contents.add(new Frame.Anchor("specifications", "Spécifications"));
        if (decisions) {
            contents.add(new Frame.Anchor("decisions", "Décisions humaines"));
        }
        contents.add(new Frame.Anchor("provenance", "Provenance et paramètres"));
        contents.add(new Frame.Anchor("lecture", "Fichiers lus"));
        return new Frame(
                evaluation.structure().name(),
                checked ? "Contrôle avant audit" : "Auto-évaluation",
                Heads.of(HeaderWords.lines(evaluation)),
                contents,
                "cedre " + version);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (evaluation.restricted()) {
            warnings.add(HeaderWords.restricted(evaluation));
        }
        for (Problem problem : evaluation.problems()) {
            if (problem.unusable()) {
                warnings.add(Words.place(problem.location()) + " : " + problem.message());
            }
        }
        long errors = evaluation.problems().stream()
                .filter(p -> p.severity() == Severity.ERREUR && !p.unusable())
                .count();
        if (errors > 0) {
            warnings.add(French.count(errors, "valeur n'a pas pu être lue", "valeurs n'ont pas pu être lues")
                    + " : les règles qui en dépendaient sont à examiner (voir « Fichiers lus »).");
        }
        return warnings;
    }

    private static List<Tile> tiles(Summary summary) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile("conforme", summary.verified(), French.plural(summary.verified(), "conforme")));
        tiles.add(new Tile("majeure", summary.majeures(), summary.majeures() < 2 ? "écart majeur" : "écarts majeurs"));
        tiles.add(new Tile("mineure", summary.mineures(), summary.mineures() < 2 ? "écart mineur" : "écarts mineurs"));
        tiles.add(new Tile("a_examiner", summary.aExaminer(), "à examiner"));
        tiles.add(new Tile("sans_objet", summary.sansObjet(), "sans objet"));
        tiles.add(new Tile(
                "point_sensible",
                summary.pointsSensibles(),
                summary.pointsSensibles() < 2 ? "point sensible" : "points sensibles"));
        return tiles;
    }

    private static List<Tile> levelTiles(Summary summary, List<CheckPage.LevelLine> levels) {
        long up = levels.stream().filter(l -> l.target() > l.retained()).count();
        return List.of(
                new Tile("conforme", levels.size(), levels.size() < 2 ? "objectif situé" : "objectifs situés"),
                new Tile("", up, "à faire progresser"),
                new Tile("a_examiner", summary.aExaminer(), "à situer ou à examiner"),
                new Tile(
                        "point_sensible",
                        summary.pointsSensibles(),
                        summary.pointsSensibles() < 2 ? "point sensible" : "points sensibles"));
    }

    private Map<String, List<SpecificationResult>> byChapter() {
        Map<String, List<SpecificationResult>> byChapter = new LinkedHashMap<>();
        Map<String, String> chapterOf = new HashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            byChapter.put(chapter.id(), new ArrayList<>());
            chapter.specifications().forEach(s -> chapterOf.put(s.id(), chapter.id()));
        }
        for (SpecificationResult result : evaluation.results()) {
            byChapter
                    .computeIfAbsent(
                            chapterOf.getOrDefault(result.specification().id(), ""), key -> new ArrayList<>())
                    .add(result);
        }
        return byChapter;
    }

    private List<CheckPage.ChapterLine> chapters() {
        List<CheckPage.ChapterLine> lines = new ArrayList<>();
        Map<String, List<SpecificationResult>> byChapter = byChapter();
        if (!evaluation.scope().isEmpty()) {
            lines.add(new CheckPage.ChapterLine(
                    "", "Champ du référentiel (hors taux)", CheckPage.counts(evaluation.scope())));
        }
        Part part = null;
        List<SpecificationResult> all = new ArrayList<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            List<SpecificationResult> results = byChapter.getOrDefault(chapter.id(), List.of()).stream()
                    .filter(r -> !r.specification().selfAssessed())
                    .toList();
            if (results.isEmpty()) {
                continue;
            }
            if (chapter.part() != null && !chapter.part().equals(part)) {
                part = chapter.part();
                lines.add(new CheckPage.ChapterLine("", part.title(), null));
            }
            lines.add(new CheckPage.ChapterLine(chapter.id(), chapter.title(), CheckPage.counts(results)));
            all.addAll(results);
        }
        if (!all.isEmpty()) {
            lines.add(new CheckPage.ChapterLine("", "Total des chapitres", CheckPage.counts(all)));
        }
        return lines;
    }

    private @Nullable Radar radar() {
        List<Radar.Axis> axes = new ArrayList<>();
        Map<String, List<SpecificationResult>> byChapter = byChapter();
        if (ClosingWords.checked(evaluation)) {
            for (Chapter chapter : evaluation.referential().chapters()) {
                List<SpecificationResult> results = byChapter.getOrDefault(chapter.id(), List.of()).stream()
                        .filter(r -> !r.specification().selfAssessed())
                        .toList();
                if (!results.isEmpty()) {
                    axes.add(rate(chapter, results));
                }
            }
            return Radar.fits(axes) ? Radar.of("Part des exigences réglées qui sont tenues, par chapitre", axes) : null;
        }
        Map<String, List<Position>> byPart = new LinkedHashMap<>();
        Map<String, String> titles = new HashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            String id = chapter.part() == null ? chapter.id() : chapter.part().id();
            titles.putIfAbsent(
                    id,
                    chapter.part() == null ? chapter.title() : chapter.part().title());
            byPart.computeIfAbsent(id, key -> new ArrayList<>())
                    .addAll(byChapter.getOrDefault(chapter.id(), List.of()).stream()
                            .map(SpecificationResult::position)
                            .flatMap(Stream::ofNullable)
                            .toList());
        }
        byPart.forEach((id, positions) -> axes.add(mean(id, titles.getOrDefault(id, ""), positions)));
        return Radar.fits(axes) ? Radar.of("Niveau moyen des objectifs situés", axes) : null;
    }

    private static Radar.Axis rate(Chapter chapter, List<SpecificationResult> results) {
        long met = results.stream().filter(r -> r.status() == Status.CONFORME).count();
        long settled =
                met + results.stream().filter(r -> r.status() == Status.ECART).count();
        return settled == 0
                ? new Radar.Axis(chapter.id(), chapter.title(), -1, "rien de réglé")
                : new Radar.Axis(chapter.id(), chapter.title(), (double) met / settled, met * 100 / settled + " %");
    }

    private static Radar.Axis mean(String id, String title, List<Position> positions) {
        if (positions.isEmpty()) {
            return new Radar.Axis(id, title, -1, "non situé");
        }
        int top = positions.get(0).scale().steps().size() - 1;
        int sum = positions.stream().mapToInt(Position::retained).sum();
        int tenths = sum * 10 / positions.size();
        return new Radar.Axis(
                id,
                title,
                (double) sum / positions.size() / Math.max(1, top),
                tenths / 10 + "," + tenths % 10 + " sur " + top);
    }

    private List<CheckPage.LevelLine> levels() {
        List<CheckPage.LevelLine> lines = new ArrayList<>();
        Map<String, String> parts = new HashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            String name = (chapter.part() == null ? "" : chapter.part().title() + " : ") + chapter.title();
            chapter.specifications().forEach(s -> parts.put(s.id(), name));
        }
        for (SpecificationResult result : evaluation.results()) {
            Position position = result.position();
            if (position == null) {
                continue;
            }
            lines.add(new CheckPage.LevelLine(
                    parts.getOrDefault(result.specification().id(), ""),
                    result.specification().id(),
                    result.specification().title(),
                    Sheets.anchor(result),
                    position.retained(),
                    position.target(),
                    position.scale().steps().size() - 1,
                    position.scale().step(position.retained()).code()
                            + (position.target() < 0
                                    ? ""
                                    : " → "
                                            + position.scale()
                                                    .step(position.target())
                                                    .code()),
                    position.voices().stream()
                            .map(v -> v.name() + " "
                                    + position.scale().step(v.rank()).code())
                            .collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private Filter filters(List<Sheet> sheets) {
        List<Filter.Option> chapters = new ArrayList<>();
        if (!evaluation.scope().isEmpty()) {
            chapters.add(new Filter.Option(States.anchor("", Sheets.SCOPE), "Champ du référentiel"));
        }
        Map<String, List<SpecificationResult>> byChapter = byChapter();
        for (Chapter chapter : evaluation.referential().chapters()) {
            if (!byChapter.getOrDefault(chapter.id(), List.of()).isEmpty()) {
                chapters.add(new Filter.Option(States.anchor("", chapter.id()), chapter.id() + " " + chapter.title()));
            }
        }
        List<Filter.Option> states = new ArrayList<>();
        for (Status status : Status.values()) {
            if (sheets.stream().anyMatch(s -> s.status().equals(status.code()))) {
                states.add(new Filter.Option(
                        status.code(),
                        status == Status.ECART
                                ? "écart"
                                : Badge.of(status, null).words()));
            }
        }
        List<Filter.Option> gravities = new ArrayList<>();
        for (Gravity gravity : Gravity.values()) {
            if (sheets.stream().anyMatch(s -> s.gravity().equals(gravity.code()))) {
                gravities.add(new Filter.Option(gravity.code(), gravity.code()));
            }
        }
        if (sheets.stream().anyMatch(Sheet::sensitive)) {
            gravities.add(new Filter.Option("point_sensible", "point sensible"));
        }
        return new Filter(
                "specifications-fiches",
                "Trier les spécifications",
                List.of(
                        new Filter.Choice("statut", "Statut", "Tous", states),
                        new Filter.Choice("gravite", "Gravité", "Toutes", gravities),
                        new Filter.Choice(
                                "type",
                                "Type de structure",
                                "Tous",
                                evaluation.types().stream()
                                        .map(t -> new Filter.Option(t.code(), t.code()))
                                        .toList()),
                        new Filter.Choice("chapitre", "Chapitre", "Tous", chapters)));
    }

    private List<CheckPage.Decision> decisions() {
        List<CheckPage.Decision> decisions = new ArrayList<>();
        for (Evaluation.JudgementFate fate : evaluation.judgements()) {
            decisions.add(new CheckPage.Decision(
                    DecisionWords.judgement(fate.judgement()),
                    fate.applied(),
                    fate(fate.applied() ? "retenu" : "ne compte pas", fate.note())));
        }
        for (Evaluation.NonApplicabilityFate fate : evaluation.nonApplicabilities()) {
            decisions.add(new CheckPage.Decision(
                    DecisionWords.nonApplicability(fate.declared()),
                    fate.applied(),
                    fate(fate.applied() ? "retenue" : "ne compte pas", fate.note())));
        }
        return decisions;
    }

    private static String fate(String verdict, @Nullable String note) {
        return note == null || note.isBlank() ? verdict : verdict + " : " + note;
    }

    private List<Frame.Line> principles() {
        Map<String, String> titles = new HashMap<>();
        Stream.concat(evaluation.referential().principles().stream(), evaluation.referential().pedagogy().stream())
                .forEach((Principle p) -> titles.put(p.id(), p.title()));
        return evaluation.principles().stream()
                .map(p -> new Frame.Line(
                        titles.getOrDefault(p.id(), p.id()),
                        p.evidence().isEmpty() ? "aucune preuve ne le cite" : String.join(", ", p.evidence())))
                .toList();
    }

    private static CheckPage.ParameterLine parameter(Parameter parameter) {
        return new CheckPage.ParameterLine(
                parameter.name(),
                parameter.value(),
                parameter.why() + (parameter.reading() == null ? "" : " (lecture " + parameter.reading() + ")"));
    }

    private static CheckPage.FileLine file(FileRead file) {
        return new CheckPage.FileLine(file.file(), HeaderWords.how(file), file.sha256() == null ? "" : file.sha256());
    }
}
