package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person is covered by a row (an engagement): from the latest of its starts to the earliest of its ends. A row whose signature is missing does not
 * count; argued, it is kept apart.
 *
 * @param register register
 * @param person column of the person
 * @param starts columns that must all be filled; the latest counts
 * @param ends columns; the earliest filled one counts
 * @param reserve condition that keeps an unsigned row apart, or null
 */
public record Cover(
        String register,
        String person,
        List<String> starts,
        List<String> ends,
        @Nullable Condition reserve) {

    /** Copies the lists. */
    public Cover {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }

    /** How far a covering row can be relied on. */
    public enum Strength {
        /** In force between its bounds. */
        SIGNED,
        /** Not signed, but argued: at a threshold, a human decides. */
        RESERVED,
        /** Not signed. */
        UNSIGNED,
        /** A value is unreadable. */
        DOUBTFUL
    }

    /**
     * A covering row.
     *
     * @param person person
     * @param start first day in force
     * @param end last day in force
     * @param strength how far it counts
     * @param startPlace cell that decided the start, or the missing signature
     * @param endPlace cell that decided the end
     */
    public record Span(
            String person, long start, long end, Strength strength, Location startPlace, Location endPlace) {}

    /** Reads rows into spans; {@code missingColumn} is called with a column the file does not have. */
    Reader reader(RunContext context, java.util.function.Consumer<String> missingColumn) {
        RegisterSchema schema = context.register(register).schema();
        return new Reader(
                this, schema, reserve == null ? row -> Truth.FALSE : reserve.bind(schema, context), missingColumn);
    }

    /** A cover bound to the columns of a register. */
    static final class Reader {
        private final Cover cover;
        private final int person;
        private final int[] starts;
        private final int[] ends;
        private final RowTest reserve;
        private final java.util.function.Consumer<String> missingColumn;

        Reader(Cover cover, RegisterSchema schema, RowTest reserve, java.util.function.Consumer<String> missingColumn) {
            this.cover = cover;
            this.person = schema.position(cover.person());
            this.starts = Keys.positions(schema, cover.starts());
            this.ends = Keys.positions(schema, cover.ends());
            this.reserve = reserve;
            this.missingColumn = missingColumn;
        }

        Span read(Row row) {
            long start = Long.MIN_VALUE / 2;
            long end = Long.MAX_VALUE / 2;
            String startColumn = cover.starts().get(0);
            String endColumn = cover.ends().get(0);
            Strength strength = Strength.SIGNED;
            for (int i = 0; i < starts.length; i++) {
                long day = row.value(starts[i]);
                String column = cover.starts().get(i);
                if (day == Cell.ABSENT) {
                    missingColumn.accept(column);
                }
                boolean mandatory = row.schema().fields().get(starts[i]).required();
                if (Cell.isUnknown(day) || (day == Cell.EMPTY && mandatory)) {
                    strength = Strength.DOUBTFUL;
                    startColumn = column;
                } else if (day == Cell.EMPTY) {
                    if (strength != Strength.DOUBTFUL) {
                        strength = reserve.test(row) == Truth.TRUE ? Strength.RESERVED : Strength.UNSIGNED;
                        startColumn = column;
                    }
                } else if (day > start) {
                    start = day;
                    if (strength == Strength.SIGNED) {
                        startColumn = column;
                    }
                }
            }
            for (int i = 0; i < ends.length; i++) {
                long day = row.value(ends[i]);
                boolean mandatory = row.schema().fields().get(ends[i]).required();
                if (day == Cell.UNREADABLE || (day == Cell.EMPTY && mandatory)) {
                    strength = Strength.DOUBTFUL;
                    endColumn = cover.ends().get(i);
                } else if (Cell.isValue(day) && day < end) {
                    end = day;
                    endColumn = cover.ends().get(i);
                }
            }
            return new Span(
                    Cell.isValue(row.value(person)) ? row.text(person) : "",
                    start,
                    end,
                    strength,
                    row.at(startColumn),
                    row.at(endColumn));
        }
    }
}
