package fr.cedre.evaluation;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import fr.cedre.referential.NonApplicability;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people decided: non-applicabilities and judgements, applied once each and always accounted for. */
final class Decisions {

    /** Ids of the checks on declared non-applicabilities start so. */
    static final String PREFIX = "non-applicabilite-";

    /** Check id of a gap that a person found. */
    static final String JUDGEMENT = "jugement";

    private static final String JUDGEMENTS = "jugements.csv";

    private final Dossier dossier;
    private final Structure structure;
    private final Referential referential;
    private final IdentityHashMap<Judgement, Evaluation.JudgementFate> fates = new IdentityHashMap<>();
    private final IdentityHashMap<Structure.NonApplicable, Evaluation.NonApplicabilityFate> declared =
            new IdentityHashMap<>();

    Decisions(Dossier dossier, Structure structure, Referential referential) {
        this.dossier = dossier;
        this.structure = structure;
        this.referential = referential;
    }

    /**
     * What a declaration does to a specification.
     *
     * @param applies true when it makes it without object
     * @param note French sentence
     * @param finding the gap when it is expired, forbidden or not motivated, or null
     */
    record NonApplicable(
            boolean applies, String note, @Nullable Finding finding) {}

    NonApplicable nonApplicable(Specification s) {
        Structure.NonApplicable one = structure.nonApplicables().stream()
                .filter(n -> n.specification().equals(s.id()))
                .findFirst()
                .orElse(null);
        if (one == null) {
            return new NonApplicable(false, "", null);
        }
        LocalDate day = dossier.period().end();
        String defect;
        String message;
        if (s.nonApplicability() == NonApplicability.INTERDITE) {
            defect = "interdite";
            message =
                    "La spécification " + s.id() + " est déclarée non applicable, ce que le référentiel ne permet pas.";
        } else if (!one.reasoned()) {
            defect = "non-motivee";
            message = "La non-applicabilité de " + s.id() + " ne donne pas de motif.";
        } else if (!one.validated()) {
            defect = "non-validee";
            message = "La non-applicabilité de " + s.id() + " n'est validée par personne (valide_par).";
        } else if (one.until() != null && one.until().isBefore(day)) {
            defect = "echue";
            message = one.until().equals(LocalDate.MIN)
                    ? "La non-applicabilité de " + s.id() + " porte une échéance illisible."
                    : "La non-applicabilité de " + s.id() + " est échue depuis le " + FrenchDates.day(one.until())
                            + ".";
        } else {
            String until = one.until() == null ? "sans échéance" : "jusqu'au " + FrenchDates.day(one.until());
            String condition =
                    s.nonApplicabilityCondition() == null ? "" : " ; à condition : " + s.nonApplicabilityCondition();
            declared.put(one, new Evaluation.NonApplicabilityFate(one, true, "motivée et validée" + condition));
            return new NonApplicable(true, "déclarée non applicable, motivée et validée, " + until + condition, null);
        }
        declared.put(one, new Evaluation.NonApplicabilityFate(one, false, message));
        return new NonApplicable(
                false,
                message,
                new Finding(
                        PREFIX + defect,
                        Level.ECART,
                        Gravity.MINEURE,
                        s.id(),
                        message,
                        defect.equals("interdite")
                                ? "Retirez cette ligne de non_applicables et couvrez la spécification."
                                : "Faites motiver et valider à nouveau la non-applicabilité, avec une date de fin, ou couvrez la"
                                        + " spécification.",
                        null,
                        null,
                        one.location()));
    }

    /** A status after human judgement. */
    record Judged(
            Status status,
            @Nullable Gravity gravity,
            @Nullable String reason,
            @Nullable Judgement judgement) {}

    Judged judge(Unit unit, Status measured, List<Finding> findings) {
        List<Judgement> valid = new ArrayList<>();
        for (Judgement judgement : dossier.judgements()) {
            if (!judgement.specification().equals(unit.specification().id())) {
                continue;
            }
            boolean mine = judgement.type() == null
                    || judgement.type().equals(unit.label())
                    || (unit.types().size() == 1 && unit.types().contains(judgement.type()));
            if (!mine) {
                continue;
            }
            String defect = judgement.defectOn(dossier.period().end());
            if (defect == null) {
                valid.add(judgement);
            } else {
                String when = judgement.validUntil() != null && defect.equals("échu")
                        ? (judgement.validUntil().equals(LocalDate.MIN)
                                ? " (échéance illisible)"
                                : " le " + FrenchDates.day(judgement.validUntil()))
                        : "";
                fate(judgement, false, defect + when);
            }
        }
        valid.sort(Decisions::latestFirst);
        if (valid.isEmpty()) {
            return new Judged(measured, null, null, null);
        }
        Judgement latest = valid.get(0);
        for (Judgement other : valid.subList(1, valid.size())) {
            boolean contradicts = latest.evaluatedOn() != null
                    && latest.evaluatedOn().equals(other.evaluatedOn())
                    && latest.status() != null
                    && other.status() != null
                    && !latest.status().equals(other.status());
            if (contradicts) {
                fate(latest, false, "contredit le même jour par la ligne " + other.line());
                fate(other, false, "contredit le même jour par la ligne " + latest.line());
                return new Judged(measured, null, null, null);
            }
            fate(other, false, "remplacé par le jugement plus récent de la ligne " + latest.line());
        }
        return apply(unit, latest, measured, findings);
    }

    private static int latestFirst(Judgement a, Judgement b) {
        LocalDate first = a.evaluatedOn() == null ? LocalDate.MIN : a.evaluatedOn();
        LocalDate second = b.evaluatedOn() == null ? LocalDate.MIN : b.evaluatedOn();
        int order = second.compareTo(first);
        return order == 0 ? Integer.compare(a.line(), b.line()) : order;
    }

    private Judged apply(Unit unit, Judgement judgement, Status measured, List<Finding> findings) {
        String status = judgement.status() == null ? "" : judgement.status();
        Gravity gravity = judgement.gravity() == null
                ? null
                : Gravity.valueOf(judgement.gravity().toUpperCase(Locale.ROOT));
        Location place = Location.of(JUDGEMENTS, judgement.line(), "statut");
        if (status.equals("point_fort")) {
            findings.add(new Finding(
                    JUDGEMENT,
                    Level.POINT_FORT,
                    null,
                    unit.specification().id(),
                    "Point fort relevé par une évaluation humaine.",
                    "",
                    null,
                    null,
                    place));
        }
        if (measured == Status.ECART) {
            if (gravity != null) {
                fate(judgement, true, "requalifie la gravité en « " + gravity.code() + " » ; l'écart mesuré demeure");
                return new Judged(measured, gravity, null, judgement);
            }
            boolean agrees = status.equals("ecart") || status.equals("point_fort");
            fate(judgement, agrees, agrees ? "l'écart mesuré demeure" : "n'efface pas l'écart mesuré");
            return new Judged(measured, null, null, agrees ? judgement : null);
        }
        if (measured == Status.SANS_OBJET) {
            fate(judgement, false, "sans effet : spécification sans objet");
            return new Judged(measured, null, null, null);
        }
        switch (status) {
            case "ecart" -> {
                Gravity own = gravity == null ? unit.specification().gravity() : gravity;
                findings.add(new Finding(
                        JUDGEMENT,
                        Level.ECART,
                        own,
                        unit.specification().id(),
                        "Écart relevé par une évaluation humaine.",
                        unit.specification().advice(),
                        null,
                        null,
                        place));
                fate(judgement, true, "relève un écart (" + own.code() + ")");
                return new Judged(Status.ECART, own, null, judgement);
            }
            case "conforme", "point_fort" -> {
                boolean settles = measured == Status.A_EXAMINER;
                fate(judgement, true, settles ? "tranche ce qui restait à examiner" : "confirme le contrôle");
                return new Judged(Status.CONFORME, null, null, judgement);
            }
            case "sans_objet" -> {
                if (unit.specification().nonApplicability() == NonApplicability.INTERDITE) {
                    fate(judgement, false, "cette spécification ne peut être déclarée sans objet");
                    return new Judged(measured, null, null, null);
                }
                fate(judgement, true, "juge la spécification sans objet");
                return new Judged(Status.SANS_OBJET, null, "jugée sans objet par une évaluation humaine", judgement);
            }
            default -> {
                fate(judgement, false, "sans effet : rien à trancher");
                return new Judged(measured, null, null, null);
            }
        }
    }

    private void fate(Judgement judgement, boolean applied, String note) {
        Evaluation.JudgementFate before = fates.get(judgement);
        if (before == null || !before.applied()) {
            fates.put(judgement, new Evaluation.JudgementFate(judgement, applied, note));
        }
    }

    /** Accounts for decisions no specification took up. */
    void unused(Selection selection) {
        for (Judgement judgement : dossier.judgements()) {
            boolean known = referential.specification(judgement.specification()).isPresent();
            if (!fates.containsKey(judgement) && (known || !selection.restricted())) {
                fates.put(
                        judgement,
                        new Evaluation.JudgementFate(
                                judgement,
                                false,
                                !known
                                        ? "n'est pas une spécification du référentiel " + referential.id()
                                        : selection.restricted()
                                                ? "hors de la partie contrôlée"
                                                : "sans effet : le résultat est commun à"
                                                        + " plusieurs types, ou le type n'est pas contrôlé"));
            }
        }
        for (Structure.NonApplicable one : structure.nonApplicables()) {
            boolean known = referential.specification(one.specification()).isPresent();
            declared.putIfAbsent(
                    one,
                    new Evaluation.NonApplicabilityFate(
                            one,
                            false,
                            known
                                    ? "sans effet ici : hors type ou hors de la partie contrôlée"
                                    : "n'est pas une spécification du référentiel " + referential.id()));
        }
    }

    List<Evaluation.JudgementFate> judgements() {
        return fates.values().stream()
                .sorted((a, b) ->
                        Integer.compare(a.judgement().line(), b.judgement().line()))
                .toList();
    }

    List<Evaluation.NonApplicabilityFate> nonApplicabilities() {
        return declared.values().stream()
                .sorted((a, b) ->
                        Integer.compare(a.declared().line(), b.declared().line()))
                .toList();
    }
}
