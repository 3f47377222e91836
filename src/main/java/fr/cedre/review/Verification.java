package fr.cedre.review;

import fr.cedre.check.Finding;
import fr.cedre.dossier.Dictionary;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.referential.Succession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a kept report still describes a folder: the folder is checked again, at the date and over the period of the report.
 *
 * @param name name of the structure
 * @param report the kept report
 * @param toolVersion version of cedre now
 * @param version version of the referential now
 * @param files files that are no longer what they were, by name
 * @param sameSummary false when the counts written in the report are not those of the folder
 * @param results specifications whose result is no longer the same, in the order of the report
 */
public record Verification(
        String name,
        Photograph report,
        String toolVersion,
        String version,
        List<FileChange> files,
        boolean sameSummary,
        List<ResultChange> results) {

    /** Copies the lists. */
    public Verification {
        files = List.copyOf(files);
        results = List.copyOf(results);
    }

    /** What may have happened to a file. */
    public enum Fate {
        /** Its content changed. */
        MODIFIE("modifie"),
        /** It is no longer there, or no longer read. */
        DISPARU("disparu"),
        /** The report did not know it. */
        AJOUTE("ajoute");

        private final String code;

        Fate(String code) {
            this.code = code;
        }

        /** The word written in outputs. */
        public String code() {
            return code;
        }
    }

    /** A file that is no longer what it was. */
    public record FileChange(String file, Fate fate) {}

    /**
     * A result that is no longer the same.
     *
     * @param specification identifier
     * @param type type code, or null when common
     * @param before status in the report, or null when it was not there
     * @param now status now, or null when it is no longer there
     * @param gone findings of the report that are no longer made
     * @param come findings made now that the report does not hold
     */
    public record ResultChange(
            String specification,
            @Nullable String type,
            @Nullable Status before,
            @Nullable Status now,
            int gone,
            int come) {}

    /** True when the report holds the fingerprints of the files it was made from. */
    public boolean fingerprinted() {
        return !report.fingerprints().isEmpty();
    }

    /** True when the same referential, in the same version, is used. */
    public boolean sameReferential() {
        return report.version().equals(version);
    }

    /** True when the same version of cedre is used. */
    public boolean sameTool() {
        return report.toolVersion().equals(toolVersion);
    }

    /** True when the report may still be shown as the result of this folder: same files, same referential, same results. */
    public boolean holds() {
        return fingerprinted() && files.isEmpty() && sameSummary && results.isEmpty() && sameReferential();
    }

    /**
     * Checks a folder again and compares.
     *
     * @param path folder
     * @param report kept report of it
     * @param named referential that the group of the folder names, or null
     * @param asked referential to use in place of the one whose identifier the report gives, or null
     */
    public static Verification of(
            Library library,
            Dictionary dictionary,
            Path path,
            Photograph report,
            @Nullable String asked,
            @Nullable String named,
            String toolVersion) {
        if (!Succession.identifier(report.referential())) {
            throw new CedreException("Le rapport ne nomme pas un référentiel par son identifiant.");
        }
        Control control = new Control(library, dictionary, report.period());
        Control.Opened opened = control.open(path);
        String name = asked != null ? asked : report.referential();
        List<String> candidates = new ArrayList<>();
        candidates.add(named == null ? "" : named);
        String own = opened.structure().referential();
        candidates.add(own == null ? "" : own);
        for (String candidate : candidates) {
            // The folder, or its group, may name a file of its own whose identifier is the report's.
            boolean file = asked == null && !candidate.isEmpty() && !candidate.equals(report.referential());
            if (file && control.referential(candidate).id().equals(report.referential())) {
                name = candidate;
                break;
            }
        }
        List<String> types = report.restricted()
                ? report.types().stream()
                        .map(t -> t.code())
                        .filter(t -> opened.structure().types().stream()
                                .anyMatch(o -> o.code().equals(t)))
                        .toList()
                : List.of();
        Evaluation evaluation =
                control.check(opened, name, new AskedPart(types, List.of(), List.of()), Extras.FINGERPRINTS);
        if (!evaluation.referential().id().equals(report.referential())) {
            throw new CedreException("Le rapport a été établi sous " + report.referential() + ", non sous "
                    + evaluation.referential().id() + " : retirez -r, ou donnez ce référentiel.");
        }
        Photograph now = Photograph.of(evaluation, toolVersion);
        return new Verification(
                evaluation.structure().name(),
                report,
                toolVersion,
                now.version(),
                files(report, now),
                report.restricted() || report.summary().equals(now.summary()),
                results(report, now));
    }

    private static List<FileChange> files(Photograph report, Photograph now) {
        if (report.fingerprints().isEmpty()) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(report.fingerprints().keySet());
        names.addAll(now.fingerprints().keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String name : names) {
            String before = report.fingerprints().get(name);
            String after = now.fingerprints().get(name);
            if (before == null) {
                changes.add(new FileChange(name, Fate.AJOUTE));
            } else if (after == null) {
                changes.add(new FileChange(name, Fate.DISPARU));
            } else if (!before.equals(after)) {
                changes.add(new FileChange(name, Fate.MODIFIE));
            }
        }
        return changes;
    }

    private static String key(Photograph.State state) {
        return state.id() + "\n" + state.type();
    }

    private static List<ResultChange> results(Photograph report, Photograph now) {
        Map<String, Photograph.State> before = new LinkedHashMap<>();
        report.states().forEach(s -> before.put(key(s), s));
        Map<String, Photograph.State> after = new LinkedHashMap<>();
        for (Photograph.State state : now.states()) {
            // A restricted report says nothing of the rest.
            if (!report.restricted() || before.containsKey(key(state))) {
                after.put(key(state), state);
            }
        }
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ResultChange> changes = new ArrayList<>();
        for (String key : keys) {
            Photograph.State was = before.get(key);
            Photograph.State is = after.get(key);
            Photograph.State any = was == null ? is : was;
            if (any == null) {
                continue;
            }
            Set<Finding> gone = new HashSet<>(was == null ? List.of() : was.findings());
            Set<Finding> come = new HashSet<>(is == null ? List.of() : is.findings());
            gone.removeAll(new HashSet<>(is == null ? List.of() : is.findings()));
            come.removeAll(new HashSet<>(was == null ? List.of() : was.findings()));
            boolean same = was != null
                    && is != null
                    && was.status() == is.status()
                    && was.gravity() == is.gravity()
                    && gone.isEmpty()
                    && come.isEmpty();
            if (!same) {
                changes.add(new ResultChange(
                        any.id(),
                        any.type(),
                        was == null ? null : was.status(),
                        is == null ? null : is.status(),
                        gone.size(),
                        come.size()));
            }
        }
        return changes;
    }
}
