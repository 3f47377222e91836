package fr.cedre.plan;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.StructureType;
import fr.cedre.dossier.ValueParser;
import fr.cedre.evaluation.Disappearance;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.plan.Plan.Handling;
import fr.cedre.plan.Plan.Mark;
import fr.cedre.plan.PlanTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the rows of a plan up to a control: only cells of cedre are set. */
final class PlanUpdate {

    private final PlanTable table;
    private final Evaluation evaluation;
    private final Heirs heirs;
    private final Map<PlanIdentity, Gap> gaps;
    private final Map<String, List<PlanIdentity>> bySpecification;
    private final Absence absence;
    private final RowIdentities identities;
    private final Set<String> controlled;
    private final List<String> types;
    private final List<String> declared;
    private final boolean everyType;
    private final LocalDate day;
    private final Set<PlanIdentity> seen = new HashSet<>();

    /**
     * What a control changes.
     *
     * @param stretched the gaps of the day over a period that starts earlier
     */
    PlanUpdate(PlanTable table, Evaluation evaluation, Heirs heirs, Function<LocalDate, List<Gap>> stretched) {
        this.table = table;
        this.evaluation = evaluation;
        this.heirs = heirs;
        this.gaps = PlanIdentity.of(Gap.of(evaluation));
        this.bySpecification = gaps.keySet().stream().collect(Collectors.groupingBy(PlanIdentity::specification));
        this.identities = new RowIdentities(table, evaluation, heirs);
        Disappearance disappearance = new Disappearance(evaluation);
        this.absence = new Absence(evaluation, disappearance, table.earliest(), stretched);
        this.controlled = disappearance.controlled();
        this.types = evaluation.types().stream().map(StructureType::code).toList();
        this.declared =
                evaluation.structure().types().stream().map(StructureType::code).toList();
        this.everyType = Set.copyOf(evaluation.types())
                .equals(Set.copyOf(evaluation.structure().types()));
        this.day = evaluation.period().end();
    }

    /**
     * A row that follows a gap, once handled.
     *
     * @param row row
     * @param identity identity
     * @param gap the gap this control found, or null
     * @param state where it stands
     * @param closed true when its action is closed
     * @param handling how it was handled
     * @param marks what is worth saying of it
     */
    record Followed(
            Row row,
            PlanIdentity identity,
            @Nullable Gap gap,
            PlanState state,
            boolean closed,
            Handling handling,
            Set<Mark> marks) {
        Followed {
            marks = Set.copyOf(marks);
        }
    }

    /** Sets the rows that follow a gap, then adds one for each gap that none follows. */
    List<Followed> apply() {
        identities.refuseMoved(gaps);
        List<Followed> followed = new ArrayList<>();
        table.complete();
        for (Row row : table.rows()) {
            PlanIdentity identity = identities.of(row);
            if (identity != null) {
                followed.add(
                        identities.same(row)
                                ? same(row, identity)
                                : other(row, identity, table.text(row, PlanColumn.REFERENTIEL)));
            }
        }
        gaps.forEach((identity, gap) -> {
            if (!seen.contains(identity)) {
                followed.add(found(table.append(), identity, gap, true));
            }
        });
        return followed;
    }

    private Followed same(Row row, PlanIdentity identity) {
        Gap gap = gaps.get(identity);
        if (gap != null) {
            return found(row, identity, gap, false);
        }
        if (!types(row).isEmpty() && declaredTypes(row).isEmpty()) {
            return left(row, identity, Handling.TYPE_NON_DECLARE);
        }
        if (!controlled.contains(identity.specification()) || !inPart(row)) {
            return left(row, identity, Handling.HORS_PARTIE);
        }
        table.set(row, PlanColumn.IDENTITE, identity.toString());
        table.set(row, PlanColumn.SPECIFICATION, identity.specification());
        return gone(row, identity, List.of(identity.specification()));
    }

    /** A row of another referential: it takes the identity that its gap has here, or is left as it is unless this one replaces the other. */
    private Followed other(Row row, PlanIdentity identity, String referential) {
        List<String> successors =
                heirs.from(referential).map(s -> s.of(identity.specification())).orElse(List.of());
        for (String successor : successors) {
            for (PlanIdentity here : bySpecification.getOrDefault(successor, List.of())) {
                Gap gap = gaps.get(here);
                if (gap != null && identity.became(gap.identity())) {
                    return found(row, here, gap, false);
                }
            }
        }
        boolean silent = successors.isEmpty() && !heirs.dropped(referential, identity.specification());
        Gap same = silent ? gaps.get(identity) : null;
        if (same != null && heirs.replaced(referential)) {
            return found(row, identity, same, false);
        }
        if (silent || !heirs.replaced(referential)) {
            return left(row, identity, Handling.AUTRE_REFERENTIEL);
        }
        boolean decided = before(row, trace(row)) == PlanState.LEVE
                || (successors.isEmpty()
                        ? !evaluation.restricted()
                        : controlled.containsAll(successors) && inPart(row));
        return decided ? gone(row, identity, successors) : left(row, identity, Handling.AUTRE_REFERENTIEL);
    }

    /** True when the types of the row that remain are all under control; a result common to all types needs them all. */
    private boolean inPart(Row row) {
        List<String> own = declaredTypes(row);
        return types(row).isEmpty() ? everyType : !own.isEmpty() && types.containsAll(own);
    }

    private List<String> declaredTypes(Row row) {
        return types(row).stream().filter(declared::contains).toList();
    }

    private List<String> types(Row row) {
        return Arrays.stream(table.text(row, PlanColumn.TYPES).split("[,; ]+", -1))
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private Followed left(Row row, PlanIdentity identity, Handling handling) {
        PlanState state = before(row, trace(row));
        boolean closed = state == PlanState.LEVE
                && ValueParser.code(table.text(row, PlanColumn.ACTION_CLOSE)).equals("oui");
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        return new Followed(row, identity, null, state, closed, handling, marks);
    }

    private Followed found(Row row, PlanIdentity identity, Gap gap, boolean fresh) {
        seen.add(identity);
        Trace trace = trace(row).withCheck(gap.identity().check());
        PlanState before = before(row, trace);
        LocalDate lifted = lifted(row, trace);
        boolean back = before == PlanState.LEVE && !trace.outOfPeriod();
        PlanState state = back || before == PlanState.ROUVERT || lifted != null ? PlanState.ROUVERT : PlanState.OUVERT;
        String note = table.text(row, PlanColumn.PREUVE_EFFICACITE);
        if (back && !note.isEmpty()) {
            trace = trace.withStaleNote(Fingerprint.ofWords(note));
        }
        table.set(row, PlanColumn.IDENTITE, identity.toString());
        table.set(row, PlanColumn.REFERENTIEL, evaluation.referential().id());
        table.set(row, PlanColumn.SPECIFICATION, identity.specification());
        table.set(row, PlanColumn.TYPES, String.join(", ", types(row, gap, fresh)));
        table.set(row, PlanColumn.GRAVITE, gap.gravity().code());
        trace = trace.withTexts(
                refreshed(row, PlanColumn.ECART, gap.message(), trace.gap(), fresh),
                refreshed(row, PlanColumn.ACTION_PROPOSEE, gap.advice(), trace.action(), fresh));
        settle(row, trace.withOutOfPeriod(false), state, lifted, false);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (fresh) {
            marks.add(Mark.NOUVELLE);
        }
        if (state == PlanState.ROUVERT) {
            marks.add(Mark.ACTION_INSUFFISANTE);
        }
        if (Progress.done(table.text(row, PlanColumn.STATUT))) {
            marks.add(Mark.DITE_FAITE);
        }
        return new Followed(row, identity, gap, state, false, Handling.SUIVIE, marks);
    }

    /** The types of the gap, and those of the row that were not under control. */
    private List<String> types(Row row, Gap gap, boolean fresh) {
        if (fresh || everyType) {
            return gap.types();
        }
        List<String> own = types(row);
        if (own.isEmpty()) {
            return own;
        }
        Set<String> all = new LinkedHashSet<>();
        for (StructureType type : evaluation.structure().types()) {
            String code = type.code();
            if (gap.types().contains(code) || (own.contains(code) && !types.contains(code))) {
                all.add(code);
            }
        }
        return all.isEmpty() ? own : List.copyOf(all);
    }

    /** Writes a text of cedre over its last one; a text that people changed stays. Returns the fingerprint to remember. */
    private @Nullable String refreshed(Row row, PlanColumn column, String text, @Nullable String last, boolean fresh) {
        if (fresh
                || table.text(row, column).isEmpty()
                || (last != null && last.equals(Fingerprint.ofWords(table.raw(row, column))))) {
            table.set(row, column, text);
            return Fingerprint.ofWords(table.raw(row, column));
        }
        return last;
    }

    /**
     * A gap that is no longer found.
     *
     * @param specifications what now asks for it; none when nothing does
     */
    private Followed gone(Row row, PlanIdentity identity, List<String> specifications) {
        Trace trace = trace(row);
        LocalDate lifted = lifted(row, trace);
        PlanState before = before(row, trace);
        boolean proven = absence.proven(specifications, declaredTypes(row), trace.check(), identity);
        PlanState state = before == PlanState.LEVE || proven ? PlanState.LEVE : PlanState.A_VERIFIER;
        boolean settled = before == PlanState.LEVE && !trace.outOfPeriod() && lifted != null;
        boolean out = !settled && (proven ? absence.outOfPeriod(specifications, identity, trace) : trace.outOfPeriod());
        if (state == PlanState.LEVE && !settled && !out) {
            lifted = day;
        }
        String note = table.text(row, PlanColumn.PREUVE_EFFICACITE);
        boolean noted = EffectNote.proves(note);
        boolean stale = noted && Fingerprint.ofWords(note).equals(trace.staleNote());
        boolean closed = state == PlanState.LEVE && noted && !stale && !out;
        settle(row, trace.withOutOfPeriod(out), state, lifted, closed);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (out) {
            marks.add(Mark.HORS_PERIODE);
        } else if (state == PlanState.LEVE && !closed) {
            marks.add(Mark.EFFICACITE_A_NOTER);
            if (stale) {
                marks.add(Mark.NOTE_ANTERIEURE);
            } else if (!note.isEmpty()) {
                marks.add(Mark.NOTE_TROP_COURTE);
            }
        }
        if (specifications.isEmpty()) {
            marks.add(Mark.PLUS_DEMANDEE);
        }
        return new Followed(row, identity, null, state, closed, Handling.SUIVIE, marks);
    }

    private void settle(Row row, Trace trace, PlanState state, @Nullable LocalDate lifted, boolean closed) {
        LocalDate known = date(row, PlanColumn.RELEVE_LE, trace.noted());
        LocalDate noted = known == null ? day : known;
        setDate(row, PlanColumn.RELEVE_LE, noted);
        table.set(row, PlanColumn.ETAT, state.word());
        if (state == PlanState.LEVE && !trace.outOfPeriod()) {
            setDate(row, PlanColumn.LEVE_LE, lifted);
        } else {
            table.set(row, PlanColumn.LEVE_LE, "");
        }
        table.set(row, PlanColumn.ACTION_CLOSE, closed ? "oui" : "non");
        table.set(
                row,
                PlanColumn.SUIVI_CEDRE,
                trace.withState(state, noted, lifted).toString());
    }

    private Trace trace(Row row) {
        return Trace.read(table.text(row, PlanColumn.SUIVI_CEDRE));
    }

    /** The last state; what cedre remembers wins over the cell, which may have been retouched. */
    private PlanState before(Row row, Trace trace) {
        PlanState remembered = trace.state();
        PlanState written = remembered == null ? PlanState.of(table.text(row, PlanColumn.ETAT)) : remembered;
        return written == null ? PlanState.OUVERT : written;
    }

    /** The same for the day it was found gone: a date that people type there lifts nothing. */
    private @Nullable LocalDate lifted(Row row, Trace trace) {
        return trace.state() == null ? date(row, PlanColumn.LEVE_LE, null) : trace.lifted();
    }

    private @Nullable LocalDate date(Row row, PlanColumn column, @Nullable LocalDate otherwise) {
        long cell = ValueParser.date(table.text(row, column));
        return Cell.isValue(cell) ? LocalDate.ofEpochDay(cell) : otherwise;
    }

    /** A cell that already says this date, in any form, stays as a spreadsheet wrote it. */
    private void setDate(Row row, PlanColumn column, @Nullable LocalDate date) {
        if (date != null && !date.equals(date(row, column, null))) {
            table.set(row, column, FrenchDates.day(date));
        }
    }
}
