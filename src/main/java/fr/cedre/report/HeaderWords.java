package fr.cedre.report;

import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.referential.Referential;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who was checked, against what, on which day, from which files: the same words at the head of every report. */
public final class HeaderWords {

    private static final String REGISTERS = "registres/";
    private static final String PROOFS = "preuves.csv";
    private static final String LEVELS = "autoevaluation.csv";

    private HeaderWords() {}

    /** The head of a check, without what restricts it. */
    public static List<HeadLine> lines(Evaluation evaluation) {
        List<HeadLine> lines = new ArrayList<>(referential("Référentiel", evaluation.referential()));
        lines.add(new HeadLine("Structure", structure(evaluation.structure())));
        lines.add(new HeadLine("Audit", audit(evaluation.period())));
        lines.add(new HeadLine("Lu", read(evaluation.files(), evaluation.evidence())));
        return lines;
    }

    /** A referential, where its wording comes from, and what it includes: stated at every use. */
    public static List<HeadLine> referential(String name, Referential referential) {
        List<HeadLine> lines = new ArrayList<>();
        lines.add(new HeadLine(
                name,
                referential.title() + " (" + referential.id() + ", "
                        + ReferentialWords.provenance(referential.provenance()) + ")"));
        if (!referential.notice().isBlank()) {
            lines.add(new HeadLine("", referential.notice()));
        }
        for (Referential.Included included : referential.included()) {
            lines.add(new HeadLine(
                    "Reprend",
                    included.title() + " (" + included.id() + ", " + ReferentialWords.provenance(included.provenance())
                            + ")"));
        }
        return lines;
    }

    /** Who is checked, with its types. */
    public static String structure(Structure structure) {
        return structure.name() + " (" + types(structure.types()) + ")";
    }

    /** {@code au 21/11/2026, période du 22/11/2025 au 21/11/2026}. */
    public static String audit(Period period) {
        return "au " + French.date(period.end()) + ", période du " + French.date(period.start()) + " au "
                + French.date(period.end());
    }

    /** What a partial control says of itself. */
    public static String restricted(Evaluation evaluation) {
        return "contrôle restreint à une partie du référentiel ou des types (contrôlé : " + types(evaluation.types())
                + ")";
    }

    /** {@code AI, ACI}. */
    public static String types(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(", "));
    }

    /** How a file was read: encoding, separator, rows, and what was set aside. */
    public static String how(FileRead file) {
        List<String> how = new ArrayList<>();
        if (file.encoding() != null) {
            how.add(file.encoding());
        }
        if (file.separator() != null) {
            how.add("séparateur " + (file.separator() == '\t' ? "tabulation" : "« " + file.separator() + " »"));
            how.add(French.count(file.rows(), "ligne"));
        }
        if (file.laterRows() > 0) {
            how.add(French.count(
                    file.laterRows(), "ligne postérieure à la date écartée", "lignes postérieures à la date écartées"));
        }
        if (file.laterDates() > 0) {
            how.add(French.count(file.laterDates(), "date à venir ignorée", "dates à venir ignorées"));
        }
        return String.join(", ", how);
    }

    private static String read(List<FileRead> files, List<Evidence> evidence) {
        long registers =
                files.stream().filter(f -> f.file().startsWith(REGISTERS)).count();
        long proofs = files.stream()
                .filter(f -> f.file().equals(PROOFS))
                .mapToLong(FileRead::rows)
                .sum();
        long later = files.stream().mapToLong(FileRead::laterRows).sum();
        long levels = files.stream()
                .filter(f -> f.file().equals(LEVELS))
                .mapToLong(FileRead::rows)
                .sum();
        long toFill = evidence.stream().filter(Evidence::toFill).count();
        return French.count(registers, "registre") + ", " + French.count(proofs - toFill, "preuve")
                + (toFill == 0 ? "" : ", " + French.count(toFill, "ligne") + " de preuves.csv à remplir")
                + (levels == 0
                        ? ""
                        : ", " + French.count(levels, "ligne d'auto-évaluation", "lignes d'auto-évaluation"))
                + (later == 0
                        ? ""
                        : " ; "
                                + French.count(
                                        later,
                                        "ligne postérieure à la date écartée",
                                        "lignes postérieures à la date écartées"));
    }
}
