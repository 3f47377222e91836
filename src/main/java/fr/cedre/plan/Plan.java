package fr.cedre.plan;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action plan after a control; it holds nothing that people wrote but dates.
 *
 * @param evaluation the control
 * @param writing what became of the file
 * @param dry true when nothing was to be written: {@code writing} is then what would have been done
 * @param entries rows that follow a gap, in the order of the file
 * @param ownActions rows that people added, without identity
 * @param lateOwn those whose date is past and that are not said done
 * @param problems what could not be read in the plan, sorted
 */
public record Plan(
        Evaluation evaluation,
        Writing writing,
        boolean dry,
        List<Entry> entries,
        int ownActions,
        List<OwnAction> lateOwn,
        List<Problem> problems) {

    /** Copies the lists. */
    public Plan {
        entries = List.copyOf(entries);
        lateOwn = List.copyOf(lateOwn);
        problems = List.copyOf(problems);
    }

    /** What became of the file. */
    public enum Writing {
        /** Created. */
        CREE("cree"),
        /** Written again, the version before kept. */
        MIS_A_JOUR("mis_a_jour"),
        /** Left as it was: it already said all of this. */
        INCHANGE("inchange"),
        /** Neither gap nor plan: no file. */
        SANS_OBJET("sans_objet");

        private final String code;

        Writing(String code) {
            this.code = code;
        }

        /** The word written in outputs. */
        public String code() {
            return code;
        }
    }

    /** How a row was handled. */
    public enum Handling {
        /** Brought up to date. */
        SUIVIE("suivie"),
        /** Left as it is: the control did not bear on its specification or on its types. */
        HORS_PARTIE("hors_partie"),
        /** Left as it is: the structure no longer declares any of its types. */
        TYPE_NON_DECLARE("type_non_declare"),
        /** Left as it is: it belongs to another referential. */
        AUTRE_REFERENTIEL("autre_referentiel");

        private final String code;

        Handling(String code) {
            this.code = code;
        }

        /** The word written in outputs. */
        public String code() {
            return code;
        }
    }

    /** What is worth saying of a row. */
    public enum Mark {
        /** Added by this control. */
        NOUVELLE("nouvelle"),
        /** Its date is past and the gap is not gone. */
        EN_RETARD("en_retard"),
        /** Said done or abandoned, and the gap is still found. */
        DITE_FAITE("dite_faite"),
        /** The gap came back: what was done was not enough. */
        ACTION_INSUFFISANTE("action_insuffisante"),
        /** The gap is gone; whether the action was effective remains to be written. */
        EFFICACITE_A_NOTER("efficacite_a_noter"),
        /** What is written on effectiveness dates from before the gap came back. */
        NOTE_ANTERIEURE("note_anterieure"),
        /** What is written on effectiveness proves nothing. */
        NOTE_TROP_COURTE("note_trop_courte"),
        /** The gap only left the controlled period; nothing shows that it was mended. */
        HORS_PERIODE("hors_periode"),
        /** The referential in force no longer asks for it. */
        PLUS_DEMANDEE("plus_demandee");

        private final String code;

        Mark(String code) {
            this.code = code;
        }

        /** The word written in outputs. */
        public String code() {
            return code;
        }
    }

    /**
     * A row that follows a gap.
     *
     * @param identity its identity
     * @param specification specification
     * @param referential referential, or null when the cell names none
     * @param gap the gap this control found, or null
     * @param state where it stands
     * @param gravity gravity, or null when unknown
     * @param due date people gave, or null
     * @param daysLate days past that date while the gap is not gone, else 0
     * @param closed true when the gap is gone and people wrote that the action was effective
     * @param handling how it was handled
     * @param marks what is worth saying of it
     * @param line 1-based line in the file, or null when it is not there
     */
    public record Entry(
            String identity,
            String specification,
            @Nullable String referential,
            @Nullable Gap gap,
            PlanState state,
            @Nullable Gravity gravity,
            @Nullable LocalDate due,
            long daysLate,
            boolean closed,
            Handling handling,
            Set<Mark> marks,
            @Nullable Integer line) {
        /** Copies the set. */
        public Entry {
            marks = Set.copyOf(marks);
        }
    }

    /**
     * An action that people added, late.
     *
     * @param due its date
     * @param daysLate days past that date
     * @param line 1-based line in the file
     */
    public record OwnAction(
            LocalDate due, long daysLate, @Nullable Integer line) {}

    /** The rows of a mark, in order. */
    public List<Entry> marked(Mark mark) {
        return entries.stream().filter(e -> e.marks().contains(mark)).toList();
    }

    /** How many rows are in a state, those of another referential apart. */
    public long count(PlanState state) {
        return entries.stream()
                .filter(e -> e.state() == state && e.handling() != Handling.AUTRE_REFERENTIEL)
                .count();
    }

    /** How many rows were handled so. */
    public long count(Handling handling) {
        return entries.stream().filter(e -> e.handling() == handling).count();
    }

    /** How many actions are closed. */
    public long closed() {
        return entries.stream().filter(Entry::closed).count();
    }

    /** How many actions are late, those that people added included. */
    public long late() {
        return marked(Mark.EN_RETARD).size() + (long) lateOwn.size();
    }
}
