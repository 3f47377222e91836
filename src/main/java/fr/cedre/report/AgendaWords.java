package fr.cedre.report;

import fr.cedre.deadline.Deadline;
import fr.cedre.dossier.Structure;
import fr.cedre.review.Agenda;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What comes due, in French. */
public final class AgendaWords {

    private AgendaWords() {}

    /** The certificate: its decision, its end, the warnings before, the planned audit; empty when the structure has none. */
    public static List<HeadLine> certificate(Structure structure, Agenda agenda) {
        Structure.Certification certification = structure.certification();
        if (certification == null || certification.decidedOn() == null) {
            return List.of();
        }
        List<HeadLine> lines = new ArrayList<>();
        lines.add(new HeadLine(
                "Décision",
                "le " + French.date(certification.decidedOn())
                        + (certification.referential() == null ? "" : ", sous " + certification.referential())));
        for (Deadline deadline : agenda.certificate()) {
            lines.add(
                    deadline.kind().equals("certificat")
                            ? end(deadline, agenda)
                            : new HeadLine(
                                    "Alerte",
                                    "le " + French.date(deadline.on()) + ", " + deadline.object()
                                            + " avant l'échéance"));
        }
        if (agenda.certificate().isEmpty()) {
            lines.add(new HeadLine(
                    "Échéance",
                    certification.decidedOn().isAfter(agenda.day())
                            ? "la décision est postérieure à la date de la revue"
                            : "inconnue : le référentiel employé ne fixe pas la durée de ce certificat"));
        }
        if (agenda.plannedAudit() != null) {
            lines.add(new HeadLine("Audit prévu", "le " + French.date(agenda.plannedAudit())));
        }
        return lines;
    }

    private static HeadLine end(Deadline deadline, Agenda agenda) {
        boolean past = deadline.past(agenda.day());
        boolean early = past || agenda.startBy(deadline).isAfter(agenda.day());
        return new HeadLine(
                "Échéance",
                "le " + French.date(deadline.on())
                        + (past ? " : durée de validité achevée" : "")
                        + (early
                                ? ""
                                : " ; le renouvellement demande " + deadline.renewal() + " : lancez-le sans attendre"));
    }

    /** {@code  (6.2.C)}, unless the label says it already. */
    static String specification(Deadline deadline) {
        String id = deadline.specification();
        return id == null || deadline.label().contains(id) ? "" : " (" + id + ")";
    }

    /** {@code dès maintenant}, or the last day to start. */
    public static String start(Agenda agenda, Deadline deadline) {
        LocalDate start = agenda.startBy(deadline);
        return start.isAfter(agenda.day()) ? "au plus tard le " + French.date(start) : "dès maintenant";
    }
}
