package fr.cedre.report;

import fr.cedre.plan.Plan;
import fr.cedre.plan.Plan.Mark;
import fr.cedre.plan.PlanFile;
import fr.cedre.plan.PlanState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns of phrase of an action plan: identities, dates and line numbers, never what people wrote. */
final class PlanWords {

    private PlanWords() {}

    /**
     * Rows that call for the same.
     *
     * @param title what they have in common
     * @param advice what to do
     * @param entries rows
     */
    record Section(String title, String advice, List<Plan.Entry> entries) {
        /** Copies the list. */
        Section {
            entries = List.copyOf(entries);
        }
    }

    /** What does not hold, the most pressing first. */
    static List<Section> sections(Plan plan) {
        return List.of(
                new Section(
                        "Dites faites, mais l'écart est toujours relevé",
                        "Votre statut dit l'action faite ou abandonnée : vérifiez ce qui a été fait, ou corrigez les registres.",
                        plan.marked(Mark.DITE_FAITE)),
                new Section(
                        "Écarts revenus : l'action n'a pas suffi",
                        "L'écart était levé et il est de nouveau relevé : reprenez l'action. Si une efficacité était notée,"
                                + " notez-la de nouveau quand il sera levé.",
                        plan.marked(Mark.ACTION_INSUFFISANTE)),
                new Section(
                        "À vérifier",
                        "L'écart n'est plus relevé, mais son contrôle n'a pas pu être fait en entier : rien ne prouve qu'il est levé."
                                + " Remettez le registre ou la colonne qui manque, puis relancez.",
                        plan.entries().stream()
                                .filter(e -> e.state() == PlanState.A_VERIFIER && e.handling() == Plan.Handling.SUIVIE)
                                .toList()),
                new Section(
                        "Sortis de la période contrôlée, sans correction constatée",
                        "L'écart n'est plus dans la période, mais il est toujours dans vos registres : l'action ne peut pas être"
                                + " close. Corrigez-le, puis relancez.",
                        plan.marked(Mark.HORS_PERIODE)),
                new Section(
                        "Levés, efficacité à noter",
                        "Écrivez dans preuve_efficacite ce qui montre que l'action a été efficace : l'action sera close au prochain"
                                + " « cedre plan ».",
                        plan.marked(Mark.EFFICACITE_A_NOTER)));
    }

    /** A row by its identity and what its specification is about. */
    private static String name(Plan.Entry entry, Plan plan) {
        return entry.identity()
                + plan.evaluation()
                        .referential()
                        .specification(entry.specification())
                        .filter(s -> plan.evaluation().referential().id().equals(entry.referential()))
                        .map(s -> " " + s.title())
                        .orElse("");
    }

    /** A row that was added, by what was found. */
    static String fresh(Plan.Entry entry) {
        return entry.identity()
                + place(entry.line())
                + (entry.gap() == null ? "" : " : " + entry.gap().message());
    }

    /** {@code  (plan-actions.csv:12)}, or nothing for a row that is not in the file. */
    private static String place(@Nullable Integer line) {
        return line == null ? "" : " (" + PlanFile.NAME + ":" + line + ")";
    }

    /** A row in a section. */
    static String line(Plan.Entry entry, Plan plan) {
        String why = entry.marks().contains(Mark.PLUS_DEMANDEE)
                ? " : n'est plus demandé par le référentiel"
                : entry.marks().contains(Mark.NOTE_ANTERIEURE)
                        ? " : la note d'efficacité date d'avant le retour de l'écart"
                        : entry.marks().contains(Mark.NOTE_TROP_COURTE) ? " : note trop courte pour valoir preuve" : "";
        return name(entry, plan) + place(entry.line()) + why;
    }

    /** The late actions: those of gaps, then those that people added. */
    static List<String> late(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (Plan.Entry entry : plan.marked(Mark.EN_RETARD)) {
            if (entry.due() != null) {
                lines.add(name(entry, plan) + " : échéance le " + French.date(entry.due()) + ", "
                        + days(entry.daysLate()) + place(entry.line()));
            }
        }
        for (Plan.OwnAction own : plan.lateOwn()) {
            lines.add("Action que vous avez ajoutée : échéance le " + French.date(own.due()) + ", "
                    + days(own.daysLate()) + place(own.line()));
        }
        return lines;
    }

    private static String days(long days) {
        return French.count(days, "jour de retard", "jours de retard");
    }

    /** What became of the file. */
    static String file(Plan plan) {
        return switch (plan.writing()) {
            case SANS_OBJET -> "aucun écart relevé et aucun " + PlanFile.NAME + " : il n'y a rien à suivre";
            case INCHANGE -> PlanFile.NAME + ", à la racine du dossier, était déjà à jour : rien n'a été écrit";
            case CREE ->
                plan.dry()
                        ? PlanFile.NAME + " serait créé à la racine du dossier (--sans-ecrire : rien n'a été écrit)"
                        : PlanFile.NAME + " a été créé à la racine du dossier ; il s'ouvre dans un tableur";
            case MIS_A_JOUR ->
                plan.dry()
                        ? PlanFile.NAME
                                + ", à la racine du dossier, serait mis à jour (--sans-ecrire : rien n'a été écrit)"
                        : PlanFile.NAME + ", à la racine du dossier, a été mis à jour";
        };
    }

    /** The same in a word. */
    static String outcome(Plan plan) {
        return switch (plan.writing()) {
            case SANS_OBJET -> "rien à suivre";
            case INCHANGE -> "plan déjà à jour";
            case CREE -> plan.dry() ? "plan à créer" : "plan créé";
            case MIS_A_JOUR -> plan.dry() ? "plan à mettre à jour" : "plan mis à jour";
        };
    }

    /** The counts of one or several plans. */
    static String counts(List<Plan> plans) {
        List<String> counts = new ArrayList<>();
        long fresh =
                plans.stream().mapToLong(p -> p.marked(Mark.NOUVELLE).size()).sum();
        long closed = plans.stream().mapToLong(Plan::closed).sum();
        long late = plans.stream().mapToLong(Plan::late).sum();
        long gone = count(plans, PlanState.LEVE);
        long back = count(plans, PlanState.ROUVERT);
        long unsure = count(plans, PlanState.A_VERIFIER);
        long elsewhere = plans.stream()
                .mapToLong(p -> p.count(Plan.Handling.AUTRE_REFERENTIEL))
                .sum();
        add(counts, fresh, French.count(fresh, "ligne nouvelle", "lignes nouvelles"));
        counts.add(French.count(count(plans, PlanState.OUVERT), "écart ouvert", "écarts ouverts"));
        add(counts, back, French.count(back, "rouvert"));
        add(counts, unsure, French.number(unsure) + " à vérifier");
        add(
                counts,
                gone,
                French.count(gone, "levé") + ", dont " + French.count(closed, "action close", "actions closes"));
        add(counts, elsewhere, French.number(elsewhere) + " d'un autre référentiel");
        add(counts, late, French.number(late) + " en retard");
        return String.join(" · ", counts);
    }

    private static void add(List<String> counts, long n, String text) {
        if (n > 0) {
            counts.add(text);
        }
    }

    private static long count(List<Plan> plans, PlanState state) {
        return plans.stream().mapToLong(p -> p.count(state)).sum();
    }
}
