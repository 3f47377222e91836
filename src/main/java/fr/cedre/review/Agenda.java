package fr.cedre.review;

import fr.cedre.check.Parameter;
import fr.cedre.deadline.CertificateDeadlines;
import fr.cedre.deadline.Deadline;
import fr.cedre.deadline.DeadlineRules;
import fr.cedre.deadline.Deadlines;
import fr.cedre.dossier.Dossier;
import fr.cedre.evaluation.Evaluation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes due, seen from the day of the review.
 *
 * @param day day of the review
 * @param horizon last day looked at
 * @param certificate last day of the certificate and the warnings before it, whatever the horizon; empty when nothing tells it
 * @param plannedAudit planned audit, or null
 * @param deadlines everything that ends by the horizon, what already ended included, by date
 * @param parameters renewal times, which are the project's
 */
public record Agenda(
        LocalDate day,
        LocalDate horizon,
        List<Deadline> certificate,
        @Nullable LocalDate plannedAudit,
        List<Deadline> deadlines,
        List<Parameter> parameters) {

    /** Copies the lists. */
    public Agenda {
        certificate = List.copyOf(certificate);
        deadlines = List.copyOf(deadlines);
        parameters = List.copyOf(parameters);
    }

    /** The agenda of a folder just checked with this horizon. */
    static Agenda of(Evaluation evaluation, Dossier dossier, DeadlineRules rules, LocalDate horizon) {
        Set<String> controlled = new HashSet<>();
        evaluation.results().forEach(r -> controlled.add(r.specification().id()));
        evaluation.scope().forEach(r -> controlled.add(r.specification().id()));
        return new Agenda(
                evaluation.period().end(),
                horizon,
                CertificateDeadlines.of(evaluation, rules),
                evaluation.structure().plannedAudit(),
                Deadlines.of(evaluation, dossier, rules, horizon).stream()
                        .filter(d -> !evaluation.restricted()
                                || d.specification() == null
                                || controlled.contains(d.specification()))
                        .toList(),
                rules.parameters());
    }

    /** What has ended, what takes longest to renew first: the order in which to start. */
    public List<Deadline> over() {
        return longestFirst(deadlines.stream()
                .filter(d -> d.past(day) && !d.kind().equals("audit"))
                .toList());
    }

    /** What will have ended on the planned audit, what takes longest to renew first. */
    public List<Deadline> beforeAudit() {
        LocalDate audit = plannedAudit;
        return audit == null || !audit.isAfter(day)
                ? List.of()
                : longestFirst(deadlines.stream()
                        .filter(d ->
                                !d.past(day) && d.past(audit) && d.renewal().amount() > 0)
                        .toList());
    }

    /** What ends from the day of the review to the horizon, by date. */
    public List<Deadline> ahead() {
        return deadlines.stream().filter(d -> !d.past(day)).toList();
    }

    /** The day to start on: so as to be ready when it ends, or on the day of the review for what is over. */
    public LocalDate startBy(Deadline deadline) {
        return deadline.past(day) ? deadline.renewal().before(day) : deadline.startBy();
    }

    private List<Deadline> longestFirst(List<Deadline> some) {
        List<Deadline> sorted = new ArrayList<>(some);
        // Durations of different units compare by where they lead from the same day.
        sorted.sort((a, b) -> a.renewal().before(day).compareTo(b.renewal().before(day)));
        return sorted;
    }
}
