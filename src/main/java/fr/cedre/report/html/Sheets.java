package fr.cedre.report.html;

import fr.cedre.check.Check;
import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.check.Position;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Reading;
import fr.cedre.referential.Specification;
import fr.cedre.report.CheckKinds;
import fr.cedre.report.CheckWords;
import fr.cedre.report.DecisionWords;
import fr.cedre.report.French;
import fr.cedre.report.ReferentialWords;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of an evaluation. */
final class Sheets {

    /** Chapter of the entries about the scope itself. */
    static final String SCOPE = "champ";

    /** A page that lists more of one defect is no longer read; the CSV and JSON reports hold them all. */
    private static final int MOST = 100;

    private final Evaluation evaluation;
    private final Map<String, String> chapters = new HashMap<>();

    Sheets(Evaluation evaluation) {
        this.evaluation = evaluation;
        for (Chapter chapter : evaluation.referential().chapters()) {
            chapter.specifications().forEach(s -> chapters.put(s.id(), chapter.id()));
        }
    }

    /** Gaps first, then what is to be examined, what is met, what is without object; each in the order of the referential. */
    List<Sheet> all() {
        List<SpecificationResult> results = new ArrayList<>(Words.results(evaluation));
        results.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        return results.stream().map(this::sheet).toList();
    }

    /** A risk on a requirement that is met comes before what is simply met. */
    private static int rank(SpecificationResult result) {
        boolean quiet = result.findings().isEmpty();
        return States.rank(result) * 2 + (quiet ? 1 : 0);
    }

    static String anchor(SpecificationResult result) {
        return States.anchor(
                "s-",
                result.specification().id()
                        + (result.type() == null ? "" : "-" + result.type().code()));
    }

    private Sheet sheet(SpecificationResult result) {
        Specification specification = result.specification();
        boolean gap = result.status() == Status.ECART;
        Badge state = States.of(result);
        List<Sheet.Group> groups = groups(result);
        return new Sheet(
                anchor(result),
                Words.label(result),
                specification.title(),
                specification.reference().toString(),
                chapters.getOrDefault(specification.id(), SCOPE),
                result.type() == null
                        ? codes(evaluation.types())
                        : result.type().code(),
                gap ? state.tone() : "",
                result.status().code(),
                state,
                gap || result.status() == Status.A_EXAMINER,
                result.requirement(),
                facts(result),
                groups,
                checks(result),
                proofs(result),
                String.join(", ", result.registers()),
                gap
                                && groups.stream()
                                        .allMatch(g -> g.findings().stream()
                                                .allMatch(f -> f.advice().isEmpty()))
                        ? specification.advice()
                        : "");
    }

    private static String codes(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(" "));
    }

    private static List<Frame.Line> facts(SpecificationResult result) {
        Specification specification = result.specification();
        List<Frame.Line> facts = new ArrayList<>();
        if (specification.objective() != null) {
            facts.add(new Frame.Line("Objectif", specification.objective()));
        }
        if (result.reason() != null) {
            facts.add(new Frame.Line(
                    result.status() == Status.SANS_OBJET ? "Pourquoi sans objet" : "Pourquoi", result.reason()));
        }
        if (result.judgement() != null) {
            facts.add(new Frame.Line("Jugement retenu", DecisionWords.judgement(result.judgement())));
        }
        Position position = result.position();
        if (position != null) {
            facts.add(new Frame.Line("Niveau", level(position)));
            facts.add(new Frame.Line(
                    "Voix",
                    position.voices().stream()
                            .map(v -> v.name() + " "
                                    + position.scale().step(v.rank()).code())
                            .collect(Collectors.joining(", "))));
        }
        for (Reading reading : specification.readings()) {
            facts.add(new Frame.Line("Lecture " + reading.code(), reading.adopted()));
        }
        if (specification.source().text() != null || specification.source().confidence() != null) {
            facts.add(new Frame.Line("Source", ReferentialWords.source(specification.source())));
        }
        Map<String, TreeSet<String>> reused = new LinkedHashMap<>();
        result.reused()
                .forEach(r -> reused.computeIfAbsent(
                                r.specification() + " de " + r.referential(), key -> new TreeSet<>())
                        .add(r.evidence()));
        reused.forEach((origin, refs) ->
                facts.add(new Frame.Line("Preuves reprises", String.join(", ", refs) + ", citées pour " + origin)));
        return facts;
    }

    private static String level(Position position) {
        String retained = position.scale().step(position.retained()).code() + " "
                + position.scale().step(position.retained()).title();
        return position.target() < 0
                ? retained
                : retained + " ; visé : "
                        + position.scale().step(position.target()).code();
    }

    private static List<Sheet.Group> groups(SpecificationResult result) {
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        for (Finding finding : result.findings()) {
            byCheck.computeIfAbsent(
                            finding.level().code() + " " + finding.gravity() + " " + finding.check(),
                            key -> new ArrayList<>())
                    .add(finding);
        }
        List<Sheet.Group> groups = new ArrayList<>();
        for (List<Finding> all : byCheck.values()) {
            List<Finding> listed =
                    all.stream().filter(f -> !f.object().equals(CheckRun.REST)).toList();
            List<Finding> shown = listed.subList(0, Math.min(MOST, listed.size()));
            List<String> rest = new ArrayList<>();
            if (shown.size() < listed.size()) {
                rest.add("Et " + French.count(listed.size() - shown.size(), "autre")
                        + ", dans les rapports CSV et JSON du même contrôle.");
            }
            all.stream().filter(f -> f.object().equals(CheckRun.REST)).forEach(f -> rest.add(f.message()));
            groups.add(new Sheet.Group(
                    States.of(all.get(0).level(), all.get(0).gravity()),
                    all.get(0).check(),
                    found(shown),
                    String.join(" ", rest)));
        }
        return groups;
    }

    /** The same remedy is said once, after the last finding that calls for it. */
    private static List<Sheet.Found> found(List<Finding> shown) {
        List<Sheet.Found> found = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Finding finding = shown.get(i);
            boolean last = i == shown.size() - 1
                    || !finding.advice().equals(shown.get(i + 1).advice());
            List<String> measures = new ArrayList<>();
            if (finding.measure() != null) {
                measures.add("mesure : " + finding.measure());
            }
            if (finding.threshold() != null) {
                measures.add("seuil : " + finding.threshold());
            }
            found.add(new Sheet.Found(
                    finding.message(),
                    finding.source() == null ? "" : Words.place(finding.source()),
                    String.join(" ; ", measures),
                    last ? finding.advice() : ""));
        }
        return found;
    }

    private List<Sheet.Made> checks(SpecificationResult result) {
        if (result.status() == Status.SANS_OBJET) {
            return List.of();
        }
        Set<Check> checks = new LinkedHashSet<>();
        for (StructureType type : result.type() == null ? evaluation.types() : List.of(result.type())) {
            checks.addAll(result.specification().checksFor(type));
        }
        List<Sheet.Made> made = new ArrayList<>();
        for (Check check : checks) {
            List<Finding> findings = result.findings().stream()
                    .filter(f -> f.check().equals(check.head().id()))
                    .toList();
            Level strongest =
                    findings.stream().map(Finding::level).min(Level::compareTo).orElse(null);
            made.add(new Sheet.Made(
                    check.head().id(),
                    CheckKinds.how(check) + " Ce qui serait relevé : « " + CheckWords.message(check) + " »",
                    outcome(strongest, findings.size()),
                    strongest == null));
        }
        return made;
    }

    private static String outcome(@Nullable Level strongest, int n) {
        if (strongest == null) {
            return "rien relevé";
        }
        return strongest == Level.A_EXAMINER ? "n'a pas pu conclure" : French.count(n, "constat");
    }

    private List<Sheet.Proof> proofs(SpecificationResult result) {
        Set<String> counted = new LinkedHashSet<>(result.evidence());
        List<Sheet.Proof> proofs = new ArrayList<>();
        Set<Integer> lines = new LinkedHashSet<>();
        for (Evidence evidence : evaluation.evidence()) {
            boolean mine = evidence.cites(result.specification().id());
            boolean counts = evidence.valid() && counted.contains(evidence.ref());
            if ((counts || (mine && !evidence.valid())) && lines.add(evidence.line())) {
                proofs.add(proof(evidence));
            }
        }
        return proofs;
    }

    private Sheet.Proof proof(Evidence evidence) {
        return new Sheet.Proof(
                evidence.ref(),
                evaluation.referential().documents().getOrDefault(evidence.nature(), "document"),
                evidence.version() == null ? "" : evidence.version(),
                evidence.validatedOn() == null ? "" : French.date(evidence.validatedOn()),
                evidence.expiresOn() == null ? "" : French.date(evidence.expiresOn()),
                evidence.defects().stream().map(Evidence.Defect::text).collect(Collectors.joining(", ")));
    }
}
