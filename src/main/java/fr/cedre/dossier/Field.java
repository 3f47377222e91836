package fr.cedre.dossier;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a register, from its Table Schema descriptor.
 *
 * @param name canonical name
 * @param title short French label
 * @param description what to write
 * @param type Table Schema type
 * @param required true for a ★ column
 * @param unique true when two rows may not share the value
 * @param codes closed list of codes, empty when free
 * @param usual codes commonly written in a free column; any other may be a name and is shown as a pseudonym; empty when no such list is kept
 * @param time for a date: fact or plan, null otherwise
 * @param trace true when « non » means absent (compte rendu, devis…)
 * @param person true when the column identifies a person (employee, client, person met, staff): a name there is masked
 * @param printable true when the value is an identifier, a code, a date or a number: it may appear in a report
 * @param nonNegative true for a number that cannot be below zero
 * @param example an example
 */
public record Field(
        String name,
        String title,
        String description,
        Type type,
        boolean required,
        boolean unique,
        Set<String> codes,
        Set<String> usual,
        @Nullable Time time,
        boolean trace,
        boolean person,
        boolean printable,
        boolean nonNegative,
        String example) {

    /** Copies the sets. */
    public Field {
        codes = Set.copyOf(codes);
        usual = Collections.unmodifiableSet(new LinkedHashSet<>(usual)); // in the order of the descriptor
    }

    /** The usual code that a text stands for, or a pseudonym when it stands for none: it may be somebody's name. */
    public String known(String text) {
        String code = ValueParser.code(text);
        return usual.isEmpty() || usual.contains(code) ? code : Privacy.pseudonym(text);
    }

    /** Table Schema types that registers use. */
    public enum Type {
        /** Text. */
        STRING,
        /** Day. */
        DATE,
        /** Month {@code aaaa-mm}. */
        YEARMONTH,
        /** Decimal number. */
        NUMBER,
        /** Whole number. */
        INTEGER,
        /** oui/non. */
        BOOLEAN,
        /** Several codes in a cell. */
        LIST
    }

    /** Whether a date tells a fact or a plan: a fact later than the audit date has not happened yet. */
    public enum Time {
        /** Something done. */
        FAIT,
        /** Something that may lie in the future. */
        PREVU
    }

    /** Names of the columns added everywhere. */
    public static final List<String> EVERYWHERE = List.of("type_structure");
}
