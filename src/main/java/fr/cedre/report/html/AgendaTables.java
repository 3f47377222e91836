package fr.cedre.report.html;

import fr.cedre.deadline.Deadline;
import fr.cedre.report.AgendaWords;
import fr.cedre.report.French;
import fr.cedre.report.Words;
import fr.cedre.review.Agenda;
import fr.cedre.review.Review;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What comes due.
 *
 * @param certificate lines about the certificate, or none
 * @param tables what is over, what will be on the planned audit, what ends by the horizon
 * @param parameters renewal times
 */
public record AgendaTables(List<Frame.Line> certificate, List<Table> tables, List<Parameter> parameters) {

    /** Copies the lists. */
    public AgendaTables {
        certificate = List.copyOf(certificate);
        tables = List.copyOf(tables);
        parameters = List.copyOf(parameters);
    }

    /**
     * A table.
     *
     * @param id of its own in the page
     * @param title title
     * @param caption how to read it
     * @param groups rows, by month or all together
     */
    public record Table(String id, String title, String caption, List<Group> groups) {
        /** Copies the list. */
        public Table {
            groups = List.copyOf(groups);
        }
    }

    /** The rows of a month, or of no month in particular. */
    public record Group(String title, List<Row> rows) {
        /** Copies the list. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** A deadline: last good day, what, its specification, where it is read, how long to renew, when to start. */
    public record Row(
            String on, String label, String specification, String place, String renewal, String start, boolean late) {}

    /** A renewal time of the project. */
    public record Parameter(String name, String value, String why) {}

    static AgendaTables of(Review review) {
        Agenda agenda = review.agenda();
        List<Table> tables = new ArrayList<>();
        String day = French.date(agenda.day());
        if (!agenda.over().isEmpty()) {
            tables.add(new Table(
                    "echu",
                    "Échu au " + day + " (" + agenda.over().size() + ")",
                    "Ce dont l'échéance est passée, le plus long à refaire d'abord.",
                    List.of(new Group("", rows(agenda, agenda.over())))));
        }
        LocalDate audit = agenda.plannedAudit();
        if (audit != null && !agenda.beforeAudit().isEmpty()) {
            tables.add(new Table(
                    "echu-audit",
                    "Sera échu à l'audit du " + French.date(audit) + " ("
                            + agenda.beforeAudit().size() + ")",
                    "Ce dont l'échéance tombe avant l'audit prévu, le plus long à refaire d'abord.",
                    List.of(new Group("", rows(agenda, agenda.beforeAudit())))));
        }
        if (!agenda.ahead().isEmpty()) {
            tables.add(new Table(
                    "a-venir",
                    "À venir, d'ici le " + French.date(agenda.horizon()) + " ("
                            + agenda.ahead().size() + ")",
                    "Échéances à venir, mois par mois.",
                    months(agenda)));
        }
        return new AgendaTables(
                Heads.of(AgendaWords.certificate(review.evaluation().structure(), agenda)),
                tables,
                agenda.deadlines().isEmpty()
                        ? List.of()
                        : agenda.parameters().stream()
                                .map(p -> new Parameter(p.name(), p.value(), p.why()))
                                .toList());
    }

    private static List<Group> months(Agenda agenda) {
        Map<YearMonth, List<Deadline>> months = new LinkedHashMap<>();
        agenda.ahead()
                .forEach(d -> months.computeIfAbsent(YearMonth.from(d.on()), m -> new ArrayList<>())
                        .add(d));
        List<Group> groups = new ArrayList<>();
        months.forEach((month, some) ->
                groups.add(new Group(French.month(month) + " (" + some.size() + ")", rows(agenda, some))));
        return groups;
    }

    private static List<Row> rows(Agenda agenda, List<Deadline> deadlines) {
        return deadlines.stream()
                .map(d -> new Row(
                        French.date(d.on()),
                        d.label(),
                        d.specification() == null ? "" : d.specification(),
                        d.source() == null ? "" : Words.place(d.source()),
                        d.renewal().amount() == 0 ? "" : d.renewal().toString(),
                        d.renewal().amount() == 0 ? "" : AgendaWords.start(agenda, d),
                        d.renewal().amount() > 0 && !agenda.startBy(d).isAfter(agenda.day())))
                .toList();
    }
}
