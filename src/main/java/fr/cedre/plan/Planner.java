package fr.cedre.plan;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.ValueParser;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.evaluation.Gap;
import fr.cedre.plan.Plan.Mark;
import fr.cedre.plan.Plan.Writing;
import fr.cedre.plan.PlanTable.Row;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Library;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a folder and brings its action plan up to date. */
public final class Planner {

    private final Control control;
    private final Library library;
    private final Dictionary dictionary;
    private final boolean dry;

    /**
     * A planner.
     *
     * @param dry true to write nothing and only say what would be
     */
    public Planner(Control control, Library library, Dictionary dictionary, boolean dry) {
        this.control = control;
        this.library = library;
        this.dictionary = dictionary;
        this.dry = dry;
    }

    /**
     * Brings the plan of an open folder up to date.
     *
     * @param folder where it stands
     * @param asked referential asked for, or null for the one the folder names
     * @param part part asked for; rows of the rest are left as they are
     */
    public Plan run(Control.Opened opened, Path folder, @Nullable String asked, AskedPart part) {
        Evaluation evaluation = control.check(opened, asked, part, Extras.NONE);
        PlanFile file = PlanFile.open(folder);
        PlanTable table = file.table();
        String name = asked == null ? opened.structure().referential() : asked;
        Heirs heirs = new Heirs(name == null ? library : library.beside(name), dictionary, evaluation);
        refuseEarlier(table.latest(), evaluation.period().end());
        List<PlanUpdate.Followed> followed = new PlanUpdate(
                        table, evaluation, heirs, start -> stretched(folder, asked, part, start, evaluation.period()))
                .apply();
        Writing writing = writing(file, table);
        if (!dry && (writing == Writing.CREE || writing == Writing.MIS_A_JOUR)) {
            file.write(table::writeTo);
            table.written();
        }
        return plan(evaluation, table, followed, writing, heirs);
    }

    /** A plan kept up to a day does not go back: what happened since would be told in the wrong order. */
    private void refuseEarlier(@Nullable LocalDate latest, LocalDate day) {
        if (!dry && latest != null && day.isBefore(latest)) {
            throw new CedreException("Le plan a été tenu jusqu'au " + FrenchDates.day(latest)
                    + " : à une date antérieure, utilisez --sans-ecrire. Rien n'a été écrit. Si cette date était une erreur,"
                    + " reprenez " + PlanFile.PREVIOUS + ".");
        }
    }

    /** The gaps of the day over a period that starts earlier. */
    private List<Gap> stretched(Path folder, @Nullable String asked, AskedPart part, LocalDate start, Period period) {
        Control longer = new Control(library, dictionary, new Period(start, period.end()));
        return Gap.of(longer.check(longer.open(folder), asked, part, Extras.NONE));
    }

    private static Writing writing(PlanFile file, PlanTable table) {
        if (!file.present()) {
            return table.rows().isEmpty() ? Writing.SANS_OBJET : Writing.CREE;
        }
        return table.changed() ? Writing.MIS_A_JOUR : Writing.INCHANGE;
    }

    private Plan plan(
            Evaluation evaluation, PlanTable table, List<PlanUpdate.Followed> followed, Writing writing, Heirs heirs) {
        Problems problems = new Problems();
        LocalDate day = evaluation.period().end();
        List<Plan.Entry> entries = new ArrayList<>();
        Set<Row> taken = new HashSet<>();
        for (PlanUpdate.Followed one : followed) {
            entries.add(entry(one, table, day, problems, heirs));
            taken.add(one.row());
        }
        int own = 0;
        List<Plan.OwnAction> late = new ArrayList<>();
        for (Row row : table.rows()) {
            String identity = table.text(row, PlanColumn.IDENTITE);
            if (row.blank() || taken.contains(row)) {
                continue;
            }
            own++;
            if (!identity.isEmpty()) {
                problems.addRepeated(
                        Problem.warning(
                                new Location(PlanFile.NAME, row.line(), PlanColumn.IDENTITE.header()),
                                "identité que cedre n'a pas écrite : la ligne est gardée comme une action à vous, sans lien avec"
                                        + " un écart (forme attendue : 6.1.A#1a2b3c4d)"),
                        "identités non reconnues");
            }
            LocalDate due = due(row, table, problems);
            boolean open = !Progress.done(table.text(row, PlanColumn.STATUT));
            if (due != null && open && due.isBefore(day)) {
                late.add(new Plan.OwnAction(due, day.toEpochDay() - due.toEpochDay(), row.line()));
            }
        }
        return new Plan(evaluation, writing, dry, entries, own, late, problems.sorted());
    }

    private static Plan.Entry entry(
            PlanUpdate.Followed one, PlanTable table, LocalDate day, Problems problems, Heirs heirs) {
        Row row = one.row();
        LocalDate due = due(row, table, problems);
        long daysLate =
                due == null || one.state() == PlanState.LEVE ? 0 : Math.max(0, day.toEpochDay() - due.toEpochDay());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(one.marks());
        if (daysLate > 0) {
            marks.add(Mark.EN_RETARD);
        }
        Gap gap = one.gap();
        return new Plan.Entry(
                one.identity().toString(),
                one.identity().specification(),
                heirs.printable(table.text(row, PlanColumn.REFERENTIEL)).orElse(null),
                gap,
                one.state(),
                gap == null ? gravity(table.text(row, PlanColumn.GRAVITE)) : gap.gravity(),
                due,
                daysLate,
                one.closed(),
                one.handling(),
                marks,
                row.line());
    }

    private static @Nullable Gravity gravity(String cell) {
        String code = ValueParser.code(cell);
        return Stream.of(Gravity.values())
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate due(Row row, PlanTable table, Problems problems) {
        long cell = ValueParser.date(table.text(row, PlanColumn.ECHEANCE));
        if (cell == Cell.UNREADABLE) {
            problems.addRepeated(
                    Problem.error(
                            new Location(PlanFile.NAME, row.line(), PlanColumn.ECHEANCE.header()),
                            "échéance illisible : une date est attendue, par exemple 31/12/2026 ; d'ici là, cette action ne"
                                    + " peut pas être dite en retard"),
                    "échéances illisibles");
        }
        return Cell.isValue(cell) ? LocalDate.ofEpochDay(cell) : null;
    }
}
