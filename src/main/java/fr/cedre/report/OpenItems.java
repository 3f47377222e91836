package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.dossier.FileRead;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Specifications still to be examined, those that wait for a file the folder lacks grouped under it: one file to bring rather than
 * twenty lines to read.
 *
 * @param byAbsentFile specifications whose every unmade check waits for absent files, by file; one that waits for two is under both
 * @param byReason the others, those with the same reason together, in the order of the referential
 */
record OpenItems(Map<String, List<SpecificationResult>> byAbsentFile, Map<String, List<SpecificationResult>> byReason) {

    public static OpenItems of(Evaluation evaluation) {
        // A file that exists but cannot be read is not absent: its problems say what to do.
        Set<String> present = Stream.concat(
                        evaluation.files().stream().map(FileRead::file),
                        evaluation.problems().stream()
                                .filter(Problem::unusable)
                                .map(p -> p.location().file()))
                .collect(Collectors.toSet());
        Map<String, List<SpecificationResult>> byAbsentFile = new TreeMap<>();
        Map<String, List<SpecificationResult>> byReason = new LinkedHashMap<>();
        for (SpecificationResult result : Words.results(evaluation)) {
            if (result.status() != Status.A_EXAMINER) {
                continue;
            }
            Set<String> absent = absentFiles(result.findings(Level.A_EXAMINER), present);
            for (String file : absent) {
                byAbsentFile.computeIfAbsent(file, key -> new ArrayList<>()).add(result);
            }
            if (absent.isEmpty()) {
                byReason.computeIfAbsent(reason(result), key -> new ArrayList<>())
                        .add(result);
            }
        }
        return new OpenItems(byAbsentFile, byReason);
    }

    /** The files all these findings wait for; none as soon as one of them waits for something else. */
    private static Set<String> absentFiles(List<Finding> findings, Set<String> present) {
        Set<String> absent = new LinkedHashSet<>();
        for (Finding finding : findings) {
            Location source = finding.source();
            if (source == null || source.line() != null || present.contains(source.file())) {
                return Set.of();
            }
            absent.add(source.file());
        }
        return absent;
    }

    /** Why it is to be examined: a person must judge, or a check could not be made. */
    static String reason(SpecificationResult result) {
        if (result.reason() != null) {
            return result.reason();
        }
        List<Finding> findings = result.findings(Level.A_EXAMINER);
        if (findings.isEmpty()) {
            return "";
        }
        String first = findings.get(0).message();
        return findings.size() == 1 ? first : first + " (et " + French.count(findings.size() - 1, "autre") + ")";
    }

    /** {@code registre missions.csv} or {@code fichier preuves.csv}. */
    public static String name(String file) {
        String registers = "registres/";
        return file.startsWith(registers) ? "registre " + file.substring(registers.length()) : "fichier " + file;
    }
}
