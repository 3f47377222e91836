package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Referential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a result says, in words that every format writes the same way. */
public final class ResultWords {

    private ResultWords() {}

    /** {@code écart}, {@code à examiner}. */
    public static String status(Status status) {
        return switch (status) {
            case CONFORME -> "conforme";
            case ECART -> "écart";
            case A_EXAMINER -> "à examiner";
            case SANS_OBJET -> "sans objet";
        };
    }

    /** {@code écart majeur}, {@code point sensible}: what a finding is. */
    public static String kind(Finding finding, @Nullable Gravity gravity) {
        return switch (finding.level()) {
            case ECART -> gap(gravity);
            case A_EXAMINER -> "à examiner";
            case POINT_SENSIBLE -> "point sensible";
            case PISTE_DE_PROGRES -> "piste de progrès";
            case POINT_FORT -> "point fort";
        };
    }

    /** {@code écart majeur}; one without gravity counts as minor, as in the summary. */
    public static String gap(@Nullable Gravity gravity) {
        return gravity == Gravity.MAJEURE ? "écart majeur" : "écart mineur";
    }

    /** The gravity that each gap of a result has once people have judged, in the order of its findings; null for other findings. */
    public static List<@Nullable Gravity> gravities(SpecificationResult result) {
        Gravity requalified = Gap.Stated.of(result).requalified();
        List<@Nullable Gravity> gravities = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Gravity own = requalified == null ? finding.gravity() : requalified;
            gravities.add(finding.level() != Level.ECART ? null : own == null ? Gravity.MINEURE : own);
        }
        return gravities;
    }

    /** Why a specification is to be examined or without object; empty for the others. */
    public static String reason(SpecificationResult result) {
        return result.status() == Status.A_EXAMINER
                ? OpenItems.reason(result)
                : result.reason() == null ? "" : result.reason();
    }

    /** A referential, where its wording comes from, its notice and what it takes in whole: stated at every use. */
    static List<String> referential(Referential referential) {
        List<String> lines = new ArrayList<>();
        for (HeadLine line : HeaderWords.referential("référentiel", referential)) {
            String name = line.name().toLowerCase(Locale.ROOT);
            lines.add(name.isEmpty() ? line.text() : name + " : " + line.text());
        }
        return lines;
    }

    /** Human decisions, in force or not, each with what became of it. */
    public static List<String> decisions(Evaluation evaluation) {
        List<String> all = new ArrayList<>();
        evaluation.judgements().forEach(fate -> all.add(decision(fate)));
        evaluation.nonApplicabilities().forEach(fate -> all.add(decision(fate)));
        return all;
    }

    /** A judgement and what became of it, on one line. */
    public static String decision(JudgementFate fate) {
        return DecisionWords.judgement(fate.judgement()) + " ; "
                + fate(fate.applied() ? "retenu" : "ne compte pas", fate.note());
    }

    /** A declared non-applicability and what became of it, on one line. */
    public static String decision(NonApplicabilityFate fate) {
        return DecisionWords.nonApplicability(fate.declared()) + " ; "
                + fate(fate.applied() ? "retenue" : "ne compte pas", fate.note());
    }

    private static String fate(String verdict, @Nullable String note) {
        return note == null || note.isBlank() ? verdict : verdict + " : " + note;
    }
}
