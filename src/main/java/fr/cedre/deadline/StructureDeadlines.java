package fr.cedre.deadline;

import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.problem.Location;
import fr.cedre.referential.NonApplicability;
import fr.cedre.referential.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ends in {@code structure.yaml}, {@code jugements.csv} and {@code preuves.csv}. */
final class StructureDeadlines {

    private final Evaluation evaluation;
    private final Dossier dossier;
    private final DeadlineRules rules;
    private final List<Deadline> all = new ArrayList<>();

    StructureDeadlines(Evaluation evaluation, Dossier dossier, DeadlineRules rules) {
        this.evaluation = evaluation;
        this.dossier = dossier;
        this.rules = rules;
    }

    List<Deadline> find() {
        all.addAll(CertificateDeadlines.of(evaluation, rules));
        audit();
        funding();
        nonApplicabilities();
        judgements();
        documents();
        return all;
    }

    private void audit() {
        Structure structure = evaluation.structure();
        LocalDate planned = structure.plannedAudit();
        if (planned != null) {
            all.add(new Deadline(
                    planned,
                    "audit",
                    "audit_prevu_le",
                    "Audit prévu",
                    null,
                    new Location(Structure.FILE, structure.lineOf("audit_prevu_le"), "audit_prevu_le"),
                    rules.renewal("audit")));
        }
    }

    /** A period followed by another of the same type is renewed: only the last end counts. */
    private void funding() {
        Map<String, Structure.Funding> last = new LinkedHashMap<>();
        for (Structure.Funding one : evaluation.structure().funding()) {
            StructureType type = one.type();
            if (type == null || evaluation.types().contains(type)) {
                last.merge(
                        type == null ? "" : type.code(), one, (a, b) -> b.end().isAfter(a.end()) ? b : a);
            }
        }
        last.forEach((type, one) -> all.add(new Deadline(
                one.end(),
                "financement",
                type.isEmpty() ? "financement" : type,
                "Fin de la période de financement" + (type.isEmpty() ? "" : " " + type),
                null,
                Location.of(Structure.FILE, one.line(), "financement.fin"),
                rules.renewal("financement"))));
    }

    private @Nullable Specification addressed(String id) {
        Specification specification = evaluation.referential().specification(id).orElse(null);
        return specification != null
                        && evaluation.types().stream()
                                .anyMatch(t -> specification.variantFor(t).isPresent())
                ? specification
                : null;
    }

    /** As in a control, the first declaration of a specification is the one that counts. */
    private void nonApplicabilities() {
        Set<String> seen = new HashSet<>();
        for (Structure.NonApplicable one : evaluation.structure().nonApplicables()) {
            Specification specification = addressed(one.specification());
            LocalDate end = one.until();
            boolean first = seen.add(one.specification());
            if (first
                    && specification != null
                    && specification.nonApplicability() != NonApplicability.INTERDITE
                    && end != null
                    && !end.equals(LocalDate.MIN)) {
                all.add(new Deadline(
                        end,
                        "non_applicabilite",
                        one.specification(),
                        "Fin de la non-applicabilité de " + one.specification()
                                + " : à motiver et à valider de nouveau, ou spécification à couvrir",
                        one.specification(),
                        one.location(),
                        rules.renewal("non_applicabilite")));
            }
        }
    }

    private void judgements() {
        LocalDate day = evaluation.period().end();
        List<Judgement> given = new ArrayList<>();
        for (Judgement one : dossier.judgements()) {
            String defect = one.defectOn(one.evaluatedOn() == null ? day : one.evaluatedOn());
            if (defect == null
                    && (one.type() == null || evaluation.types().contains(one.type()))
                    && addressed(one.specification()) != null) {
                given.add(one);
            }
        }
        for (Judgement one : given) {
            LocalDate end = one.validUntil();
            if (end != null && !end.equals(LocalDate.MIN) && given.stream().noneMatch(other -> replaces(other, one))) {
                String type = one.type() == null ? "" : " (" + one.type().code() + ")";
                all.add(new Deadline(
                        end,
                        "jugement",
                        one.specification() + type,
                        "Fin de validité de l'évaluation humaine de " + one.specification() + type,
                        one.specification(),
                        Location.of("jugements.csv", one.line(), "valable_jusqu_au"),
                        rules.renewal("jugement")));
            }
        }
    }

    /** True for a later judgement of the same specification, for the same type or for all of them. */
    private static boolean replaces(Judgement other, Judgement one) {
        LocalDate then = one.evaluatedOn();
        LocalDate since = other.evaluatedOn();
        if (then == null || since == null || !other.specification().equals(one.specification())) {
            return false;
        }
        boolean sameType = other.type() == null || other.type().equals(one.type());
        return sameType && (since.isAfter(then) || (since.equals(then) && other.line() < one.line()));
    }

    private void documents() {
        List<Evidence> proofs = dossier.evidence();
        for (Evidence one : proofs) {
            LocalDate end = one.expiresOn();
            if (end != null && proofs.stream().noneMatch(other -> replaces(other, one))) {
                all.add(new Deadline(
                        end,
                        "document",
                        one.ref(),
                        "Document " + one.ref() + " : fin de validité",
                        only(one.specifications()),
                        one.at("expire_le"),
                        rules.document(one.nature())));
            }
        }
    }

    /** True for a valid proof of the same nature, validated later, that serves at least the same specifications. */
    private static boolean replaces(Evidence other, Evidence one) {
        LocalDate then = one.validatedOn();
        LocalDate since = other.validatedOn();
        return other.valid()
                && !one.nature().isEmpty()
                && other.nature().equals(one.nature())
                && other.specifications().containsAll(one.specifications())
                && since != null
                && (then == null || since.isAfter(then));
    }

    private @Nullable String only(Set<String> cited) {
        List<String> known = cited.stream()
                .filter(id -> evaluation.referential().specification(id).isPresent())
                .toList();
        return known.size() == 1 ? known.get(0) : null;
    }
}
