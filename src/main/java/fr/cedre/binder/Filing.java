package fr.cedre.binder;

import fr.cedre.check.AnyOfCheck;
import fr.cedre.check.Check;
import fr.cedre.check.DocumentCheck;
import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what a binder holds: where each file goes, and which proofs are missing. Reads the result of a control alone. */
public final class Filing {

    private static final String PROOFS = "preuves/";
    private static final String MISSING = "manquantes/";

    /** Where proofs go that serve no specification: they cite a principle, or nothing. */
    private static final String OTHERS = "autres";

    private static final String REGISTERS = "registres/";

    private final Evaluation evaluation;
    private final SafeNames names = new SafeNames();
    private final Map<String, Binder.Attachment> attachments = new LinkedHashMap<>();
    private final Map<Evidence, Binder.Filed> filed = new LinkedHashMap<>();

    private Filing(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The binder of a control. */
    public static Binder of(Evaluation evaluation) {
        return new Filing(evaluation).binder();
    }

    private Binder binder() {
        List<SpecificationResult> results = new ArrayList<>(evaluation.scope());
        results.addAll(evaluation.results());
        List<Binder.Entry> entries = new ArrayList<>();
        List<MissingProof> missing = new ArrayList<>();
        for (SpecificationResult result : results) {
            List<Binder.Filed> proofs = proofs(result).stream()
                    .map(e -> file(e, result.specification().id()))
                    .toList();
            List<MissingProof> lacking = documents(result);
            missing.addAll(lacking);
            entries.add(new Binder.Entry(result, proofs, lacking));
        }
        if (!evaluation.restricted()) {
            evaluation.evidence().forEach(e -> file(e, OTHERS));
        }
        missing.addAll(files(results));
        List<Binder.Filed> proofs = evaluation.evidence().stream()
                .map(filed::get)
                .flatMap(Stream::ofNullable)
                .toList();
        return new Binder(evaluation, entries, List.copyOf(attachments.values()), missing, proofs);
    }

    /** A proof serves a result when it counted for it, cites it, is of a nature that its checks look for, or is what a finding points to. */
    private List<Evidence> proofs(SpecificationResult result) {
        Set<Integer> lines = result.findings().stream()
                .map(Finding::source)
                .flatMap(Stream::ofNullable)
                .filter(s -> s.file().equals(Evidence.FILE) && s.line() != null)
                .map(s -> s.line() == null ? 0 : s.line())
                .collect(Collectors.toSet());
        Set<String> natures = new LinkedHashSet<>();
        checks(result).forEach(c -> natures.addAll(natures(c)));
        return evaluation.evidence().stream()
                .filter(e -> e.valid()
                        ? result.evidence().contains(e.ref())
                        : e.cites(result.specification().id())
                                || natures.contains(e.nature())
                                || lines.contains(e.line()))
                .toList();
    }

    /** One copy of each file, under the first specification that it serves; the pages lead to it from the others. */
    private Binder.Filed file(Evidence evidence, String under) {
        Binder.Filed known = filed.get(evidence);
        if (known != null) {
            return known;
        }
        String source = evidence.file();
        boolean withheld = source != null && isData(source);
        Binder.Attachment attachment = source == null || withheld ? null : attach(source, evidence.ref(), under);
        Binder.Filed made = new Binder.Filed(evidence, attachment, withheld ? source : null);
        filed.put(evidence, made);
        return made;
    }

    /** Registers concern people, and so may any table that cedre reads: they stay in the folder, even when a proof cites them. */
    private boolean isData(String file) {
        return file.toLowerCase(Locale.ROOT).startsWith(REGISTERS)
                || evaluation.files().stream()
                        .anyMatch(f -> f.encoding() != null && f.file().equals(file));
    }

    private Binder.Attachment attach(String source, String ref, String under) {
        Binder.Attachment known = attachments.get(source);
        if (known != null) {
            return known;
        }
        String name = source.substring(source.lastIndexOf('/') + 1);
        String label = ref.substring(0, Math.min(30, ref.length()));
        String marked = name.startsWith(ref) ? name : label + " " + name;
        Binder.Attachment made =
                new Binder.Attachment(source, names.unique(PROOFS + SafeNames.of(under) + "/", SafeNames.of(marked)));
        attachments.put(source, made);
        return made;
    }

    private Set<Check> checks(SpecificationResult result) {
        Set<Check> checks = new LinkedHashSet<>();
        for (StructureType type : result.type() == null ? evaluation.types() : List.of(result.type())) {
            checks.addAll(result.specification().checksFor(type));
        }
        return checks;
    }

    private static boolean onDocument(Check check) {
        return check instanceof DocumentCheck
                || (check instanceof AnyOfCheck any && any.among().stream().anyMatch(Filing::onDocument));
    }

    private static Set<String> natures(Check check) {
        Set<String> natures = new LinkedHashSet<>();
        if (check instanceof AnyOfCheck any) {
            any.among().forEach(c -> natures.addAll(natures(c)));
        } else if (check.documentNature() != null) {
            natures.add(check.documentNature());
        }
        return natures;
    }

    /** What a specification lacks: everything, or what its checks on documents did not find. */
    private List<MissingProof> documents(SpecificationResult result) {
        if (result.status() != Status.ECART && result.status() != Status.A_EXAMINER) {
            return List.of();
        }
        Map<String, List<Finding>> byCheck = new TreeMap<>();
        Map<String, Set<String>> natures = new HashMap<>();
        Set<String> onDocuments = new LinkedHashSet<>();
        for (Check check : checks(result)) {
            if (onDocument(check)) {
                onDocuments.addAll(check.ids());
                check.ids()
                        .forEach(id -> natures.computeIfAbsent(id, key -> new LinkedHashSet<>())
                                .addAll(natures(check)));
            }
        }
        for (Finding finding : result.findings()) {
            boolean none = finding.check().equals(SpecificationResult.NO_EVIDENCE);
            boolean open = finding.level() == Level.ECART || finding.level() == Level.A_EXAMINER;
            if (none || (open && onDocuments.contains(finding.check()) && absentFile(finding) == null)) {
                byCheck.computeIfAbsent(finding.check(), key -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<MissingProof> missing = new ArrayList<>();
        byCheck.forEach((check, findings) -> {
            Set<String> wanted = new LinkedHashSet<>(natures.getOrDefault(check, Set.of()));
            wanted.addAll(result.specification().expectedDocuments());
            missing.add(new MissingProof(
                    check.equals(SpecificationResult.NO_EVIDENCE)
                            ? MissingProof.Kind.AUCUNE_PREUVE
                            : MissingProof.Kind.DOCUMENT,
                    page(result.specification().id()
                            + (result.type() == null ? "" : " " + result.type().code())
                            + " " + check),
                    List.of(result),
                    check,
                    findings,
                    List.copyOf(wanted)));
        });
        return missing;
    }

    /** Files that the folder lacks and without which checks cannot conclude, each once for all the specifications that wait for it. */
    private List<MissingProof> files(List<SpecificationResult> results) {
        Map<String, List<SpecificationResult>> waiting = new TreeMap<>();
        Map<String, List<Finding>> findings = new HashMap<>();
        for (SpecificationResult result : results) {
            for (Finding finding : result.findings(Level.A_EXAMINER)) {
                String file = absentFile(finding);
                if (file != null) {
                    List<SpecificationResult> those = waiting.computeIfAbsent(file, key -> new ArrayList<>());
                    if (!those.contains(result)) {
                        those.add(result);
                    }
                    findings.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
                }
            }
        }
        List<MissingProof> missing = new ArrayList<>();
        waiting.forEach((file, those) -> missing.add(new MissingProof(
                MissingProof.Kind.FICHIER,
                page("fichier " + file.replace('/', ' ')),
                those,
                file,
                findings.getOrDefault(file, List.of()),
                List.of())));
        return missing;
    }

    /** The file that a check waits for, when the folder does not have it; one that is there but cannot be read is no missing proof. */
    private @Nullable String absentFile(Finding finding) {
        Location source = finding.source();
        if (finding.level() != Level.A_EXAMINER || source == null || source.line() != null) {
            return null;
        }
        String file = source.file();
        boolean present = evaluation.files().stream().map(FileRead::file).anyMatch(file::equals)
                || evaluation.problems().stream().anyMatch(p -> unusable(p, file));
        return present ? null : file;
    }

    private static boolean unusable(Problem problem, String file) {
        return problem.unusable() && problem.location().file().equals(file);
    }

    private String page(String name) {
        return names.unique(MISSING, SafeNames.of(name) + ".html");
    }
}
