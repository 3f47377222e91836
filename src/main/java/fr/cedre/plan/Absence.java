package fr.cedre.plan;

import fr.cedre.dossier.SpreadsheetCell;
import fr.cedre.evaluation.Disappearance;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.Sight;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why a control no longer finds a gap: it is gone, nothing proves it, or its period no longer holds it. */
final class Absence {

    /** Beyond, a date of the plan is no longer believed. */
    private static final int YEARS_AT_MOST = 10;

    private final Evaluation evaluation;
    private final Disappearance disappearance;
    private final List<SpecificationResult> results;
    private final Function<LocalDate, List<Gap>> stretched;
    private final LocalDate start;
    private @Nullable List<Gap> longer;

    /**
     * The absences of a control.
     *
     * @param earliest first day that a gap of the plan was found, or null
     * @param stretched the gaps of the day over a period that starts earlier; asked for once, and only when needed
     */
    Absence(
            Evaluation evaluation,
            Disappearance disappearance,
            @Nullable LocalDate earliest,
            Function<LocalDate, List<Gap>> stretched) {
        this.evaluation = evaluation;
        this.disappearance = disappearance;
        this.results = new ArrayList<>(evaluation.scope());
        this.results.addAll(evaluation.results());
        this.stretched = stretched;
        LocalDate own = evaluation.period().start();
        LocalDate first = earliest == null || earliest.isAfter(own) ? own : earliest;
        LocalDate floor = own.minusYears(YEARS_AT_MOST);
        this.start = (first.isBefore(floor) ? floor : first).minusYears(1);
    }

    /**
     * True when the control would have found the gap, were it still there in its period.
     *
     * @param specifications what now asks for it; none when nothing does
     * @param types types it was found for
     */
    boolean proven(
            List<String> specifications, Collection<String> types, @Nullable String check, PlanIdentity identity) {
        return specifications.stream()
                .allMatch(s -> stillChecked(s, check)
                        && disappearance.proven(s, types, check, object -> identity.isAbout(check, object)));
    }

    /** False when the check that had found it is no longer made, and the specification is not met without it. */
    private boolean stillChecked(String specification, @Nullable String check) {
        return check == null
                || Sight.general(check)
                || results.stream()
                        .filter(r -> r.specification().id().equals(specification))
                        .allMatch(r -> r.status() == Status.CONFORME
                                || r.status() == Status.SANS_OBJET
                                || r.specification().family(check).known());
    }

    /** True when a longer period still holds the gap: the same row, or the same text when it is about the period as a whole. */
    boolean outOfPeriod(List<String> specifications, PlanIdentity identity, Trace trace) {
        List<Gap> gaps = longer;
        if (gaps == null) {
            gaps = stretched.apply(start);
            longer = gaps;
        }
        for (Gap gap : gaps) {
            if (specifications.contains(gap.identity().specification())
                    && identity.became(gap.identity())
                    && (byRow(gap) || sameText(gap, trace))) {
                return true;
            }
        }
        return false;
    }

    private boolean byRow(Gap gap) {
        return evaluation
                .referential()
                .specification(gap.identity().specification())
                .map(s -> s.family(gap.identity().check()))
                .filter(f -> f.known() && f.byRow())
                .isPresent();
    }

    private static boolean sameText(Gap gap, Trace trace) {
        return trace.gap() == null
                || Fingerprint.ofWords(SpreadsheetCell.inertLine(gap.message())).equals(trace.gap());
    }
}
