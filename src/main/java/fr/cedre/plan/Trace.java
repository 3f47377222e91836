package fr.cedre.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What cedre remembers of a row in its own column, so that neither a retouched state nor a date that a spreadsheet spoiled changes what happened.
 *
 * @param check check that found the gap, or null when unknown
 * @param gap fingerprint of the last text written in {@code ecart}, or null when the text is people's
 * @param action the same for {@code action_proposee}
 * @param staleNote fingerprint of the effectiveness note that stood there when the gap came back, or null
 * @param state last state, or null
 * @param noted first day it was found, or null
 * @param lifted last day it was found gone, or null
 * @param outOfPeriod true when it only left the controlled period
 */
record Trace(
        @Nullable String check,
        @Nullable String gap,
        @Nullable String action,
        @Nullable String staleNote,
        @Nullable PlanState state,
        @Nullable LocalDate noted,
        @Nullable LocalDate lifted,
        boolean outOfPeriod) {

    private static final String PERIOD = "periode";
    private static final Pattern CHECK = Pattern.compile("[A-Za-z0-9._-]+");

    /** Nothing remembered. */
    static Trace none() {
        return new Trace(null, null, null, null, null, null, null, false);
    }

    /** What a cell remembers; a part that cannot be read is forgotten. */
    static Trace read(String cell) {
        Map<String, String> parts = new HashMap<>();
        for (String part : cell.strip().split("\\s+", -1)) {
            int cut = part.indexOf(':');
            if (cut > 0) {
                parts.put(part.substring(0, cut), part.substring(cut + 1));
            }
        }
        String state = parts.get("etat");
        return new Trace(
                check(parts.get("controle")),
                parts.get("ecart"),
                parts.get("action"),
                parts.get("note"),
                state == null ? null : PlanState.of(state),
                date(parts.get("releve")),
                date(parts.get("leve")),
                PERIOD.equals(parts.get("motif")));
    }

    private static @Nullable String check(@Nullable String text) {
        return text != null && CHECK.matcher(text).matches() ? text : null;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    Trace withTexts(@Nullable String newGap, @Nullable String newAction) {
        return new Trace(check, newGap, newAction, staleNote, state, noted, lifted, outOfPeriod);
    }

    Trace withCheck(String newCheck) {
        return new Trace(
                CHECK.matcher(newCheck).matches() ? newCheck : null,
                gap,
                action,
                staleNote,
                state,
                noted,
                lifted,
                outOfPeriod);
    }

    Trace withStaleNote(@Nullable String note) {
        return new Trace(check, gap, action, note, state, noted, lifted, outOfPeriod);
    }

    Trace withState(PlanState newState, @Nullable LocalDate newNoted, @Nullable LocalDate newLifted) {
        return new Trace(check, gap, action, staleNote, newState, newNoted, newLifted, outOfPeriod);
    }

    Trace withOutOfPeriod(boolean newOutOfPeriod) {
        return new Trace(check, gap, action, staleNote, state, noted, lifted, newOutOfPeriod);
    }

    /** As written in the cell. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        add(text, "etat", state == null ? null : state.code());
        add(text, "releve", noted == null ? null : noted.toString());
        add(text, "leve", lifted == null ? null : lifted.toString());
        add(text, "motif", outOfPeriod ? PERIOD : null);
        add(text, "controle", check);
        add(text, "ecart", gap);
        add(text, "action", action);
        add(text, "note", staleNote);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : " ").append(name).append(':').append(value);
        }
    }
}
