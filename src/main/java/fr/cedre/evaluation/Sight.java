package fr.cedre.evaluation;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.ValueParser;
import fr.cedre.referential.CheckFamily;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run saw of one specification for one type: whether it would have found a gap, were it still there. A file that could not be read proves
 * nothing.
 *
 * @param status status of the specification
 * @param shown true when a proof or a register was there for it
 * @param emptied registers of the folder that have no row
 * @param findings findings of every level
 */
public record Sight(Status status, boolean shown, Set<String> emptied, List<Finding> findings) {

    /** True for what may be said of any specification, whatever its checks. */
    public static boolean general(String check) {
        return check.equals(Settlement.NO_EVIDENCE)
                || check.equals(Decisions.JUDGEMENT)
                || check.startsWith(Decisions.PREFIX);
    }

    /** Copies the collections. */
    public Sight {
        emptied = Set.copyOf(emptied);
        findings = List.copyOf(findings);
    }

    /**
     * What a result saw.
     *
     * @param emptied registers of the folder that have no row
     */
    public static Sight of(SpecificationResult result, Set<String> emptied) {
        return new Sight(
                result.status(),
                !result.evidence().isEmpty() || !result.registers().isEmpty(),
                emptied,
                result.findings());
    }

    /** Registers that a run found without a row. */
    public static Set<String> emptied(Evaluation evaluation) {
        Set<String> names = new TreeSet<>();
        for (FileRead file : evaluation.files()) {
            String name = register(file.file());
            if (file.rows() == 0 && file.laterRows() == 0 && file.separator() != null && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The register that a file of a folder holds, by its name; empty for another file. */
    public static String register(String file) {
        String folder = "registres/";
        int dot = file.lastIndexOf('.');
        return file.startsWith(folder) && dot > 0 ? ValueParser.code(file.substring(folder.length(), dot)) : "";
    }

    /**
     * True when a gap that was not found may still be there.
     *
     * @param check what had found it, or null when that is no longer known
     * @param object tells whether an object is the gap's
     * @param family its check now; when unknown, the doubts of any check count
     */
    public boolean blindTo(@Nullable String check, Predicate<String> object, CheckFamily family) {
        if (check != null && check.startsWith(Decisions.PREFIX)) {
            return false; // what structure.yaml declares is read, or the control does not begin
        }
        if (Settlement.NO_EVIDENCE.equals(check)) {
            return !shown && status == Status.A_EXAMINER;
        }
        if (Decisions.JUDGEMENT.equals(check)) {
            return status == Status.A_EXAMINER; // the judgement is over, and nothing else settles the point
        }
        if (family.subjects().stream().anyMatch(emptied::contains)) {
            return true; // a register without a row verifies nothing
        }
        for (Finding finding : findings) {
            // Without any proof at all, nothing else is said of the specification.
            if (finding.level() == Level.ECART && finding.check().equals(Settlement.NO_EVIDENCE)) {
                return true;
            }
            boolean mine = !family.known() || family.ids().contains(finding.check());
            boolean notListed =
                    finding.level() == Level.ECART && finding.object().equals(CheckRun.REST);
            boolean doubt = finding.level() == Level.A_EXAMINER
                    && (!family.byRow() || wide(finding) || object.test(finding.object()));
            if (mine && (notListed || doubt)) {
                return true;
            }
        }
        return false;
    }

    /** A doubt on a whole register or column rather than on one row. */
    private static boolean wide(Finding finding) {
        if (finding.source() == null || finding.source().line() == null) {
            return true;
        }
        String file = finding.source().file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return finding.object().equalsIgnoreCase(dot < 0 ? name : name.substring(0, dot));
    }
}
