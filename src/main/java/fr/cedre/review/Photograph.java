package fr.cedre.review;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.GapIdentity;
import fr.cedre.evaluation.Sight;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.CheckFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as it is kept: the content of a {@code cedre/rapport/1} (contrat § 8) that one year is compared with the next by.
 *
 * @param file where it stands, as shown; empty for the run of the day
 * @param structure name of the structure
 * @param toolVersion version of cedre that wrote it
 * @param referential identifier of the referential
 * @param version version of the referential
 * @param period controlled period; its end is the audit date
 * @param types types under control
 * @param restricted true when only a part was checked
 * @param emptied registers of the folder that had no row
 * @param states one entry per specification and type, the scope first
 * @param summary counts as written ({@code synthese})
 * @param fingerprints SHA-256 of every file, by name; empty when they were not computed
 */
public record Photograph(
        String file,
        String structure,
        String toolVersion,
        String referential,
        String version,
        Period period,
        List<StructureType> types,
        boolean restricted,
        Set<String> emptied,
        List<State> states,
        Map<String, Integer> summary,
        Map<String, String> fingerprints) {

    /** Copies the collections. */
    public Photograph {
        types = List.copyOf(types);
        emptied = Set.copyOf(emptied);
        states = List.copyOf(states);
        summary = Collections.unmodifiableMap(new TreeMap<>(summary));
        fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
    }

    /**
     * One specification for one type.
     *
     * @param id identifier
     * @param type type code, or null when common
     * @param chapter identifier of its chapter, or null for the scope or when the report is older than this key
     * @param scope true for an entry about the scope (§ 2.2), which no chapter counts
     * @param status status
     * @param gravity strongest gravity, or null
     * @param title title it then had
     * @param shown true when a proof or a register was there for it
     * @param findings findings of every level
     */
    public record State(
            String id,
            @Nullable String type,
            @Nullable String chapter,
            boolean scope,
            Status status,
            @Nullable Gravity gravity,
            String title,
            boolean shown,
            List<Finding> findings) {
        /** Copies the list. */
        public State {
            findings = List.copyOf(findings);
        }
    }

    /** The run of the day. */
    public static Photograph of(Evaluation evaluation, String toolVersion) {
        Map<String, String> chapters = new HashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            chapter.specifications().forEach(s -> chapters.put(s.id(), chapter.id()));
        }
        List<State> states = new ArrayList<>();
        evaluation.scope().forEach(r -> states.add(state(r, null, true)));
        evaluation
                .results()
                .forEach(r -> states.add(state(r, chapters.get(r.specification().id()), false)));
        Map<String, String> fingerprints = new HashMap<>();
        for (FileRead file : evaluation.files()) {
            if (file.sha256() != null) {
                fingerprints.put(file.file(), file.sha256());
            }
        }
        return new Photograph(
                "",
                evaluation.structure().name(),
                toolVersion,
                evaluation.referential().id(),
                evaluation.referential().version(),
                evaluation.period(),
                evaluation.types(),
                evaluation.restricted(),
                Sight.emptied(evaluation),
                states,
                counts(evaluation.summary()),
                fingerprints);
    }

    /** Under the names they have in a report. */
    private static Map<String, Integer> counts(Summary summary) {
        Map<String, Integer> counts = new HashMap<>();
        counts.put("conforme", summary.conforme());
        counts.put("ecart", summary.ecart());
        counts.put("a_examiner", summary.aExaminer());
        counts.put("sans_objet", summary.sansObjet());
        counts.put("majeures", summary.majeures());
        counts.put("mineures", summary.mineures());
        counts.put("points_sensibles", summary.pointsSensibles());
        return counts;
    }

    private static State state(SpecificationResult result, @Nullable String chapter, boolean scope) {
        return new State(
                result.specification().id(),
                result.type() == null ? null : result.type().code(),
                chapter,
                scope,
                result.status(),
                result.gravity(),
                result.specification().title(),
                !result.evidence().isEmpty() || !result.registers().isEmpty(),
                result.findings());
    }

    /** Only what says which one it is: a group holds those of all its members at once. */
    Photograph head() {
        return new Photograph(
                file,
                structure,
                toolVersion,
                referential,
                version,
                period,
                types,
                restricted,
                Set.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    /** Its gaps, in its order. */
    public List<Gap> gaps() {
        return Gap.of(states.stream()
                .map(s -> new Gap.Stated(s.id(), s.type(), s.gravity(), s.findings()))
                .toList());
    }

    /** The entries of a specification, one per type. */
    public List<State> states(String id) {
        return states.stream().filter(s -> s.id().equals(id)).toList();
    }

    /**
     * True when a gap of this identity could not have been seen: its check could not be made, or not to its end.
     *
     * @param family its check now
     */
    boolean blindTo(GapIdentity identity, CheckFamily family) {
        return states(identity.specification()).stream()
                .map(s -> new Sight(s.status(), s.shown(), emptied, s.findings()))
                .anyMatch(s -> s.blindTo(identity.check(), identity.object()::equals, family));
    }

    /** True when the list of a check's gaps was cut short: this one may be among those that are not named. */
    boolean cutShort(GapIdentity identity, CheckFamily family) {
        return states(identity.specification()).stream()
                .flatMap(s -> s.findings().stream())
                .anyMatch(f -> f.level() == Level.ECART
                        && f.object().equals(CheckRun.REST)
                        && (f.check().equals(identity.check()) || family.ids().contains(f.check())));
    }

    /** True when it has a finding of this identity at this level. */
    boolean has(GapIdentity identity, Level level) {
        return states(identity.specification()).stream()
                .flatMap(s -> s.findings().stream())
                .anyMatch(f -> f.level() == level
                        && f.check().equals(identity.check())
                        && f.object().equals(identity.object()));
    }
}
