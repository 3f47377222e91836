package fr.cedre.plan;

import fr.cedre.dossier.Dictionary;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.referential.Library;
import fr.cedre.referential.Succession;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the referential in force takes up of those that the rows of a plan were written under. */
final class Heirs {

    /** An identifier, never a path: a cell of the plan must not make cedre open a file. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    private final Library library;
    private final Dictionary dictionary;
    private final Evaluation evaluation;
    private final Map<String, Optional<Succession>> known = new HashMap<>();

    Heirs(Library library, Dictionary dictionary, Evaluation evaluation) {
        this.library = library;
        this.dictionary = dictionary;
        this.evaluation = evaluation;
    }

    /** An identifier of referential as a cell gives it, or empty when it is none. */
    static Optional<String> id(String cell) {
        String id = cell.toLowerCase(Locale.ROOT);
        return ID.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    /** The succession from a referential to the one in force. */
    Optional<Succession> from(String cell) {
        return id(cell).flatMap(id -> known.computeIfAbsent(
                id,
                one -> Optional.of(
                        Succession.between(library, dictionary, one, evaluation.referential(), evaluation.types()))));
    }

    /** True when the referential in force replaces this one, and files say what became of each specification. */
    boolean replaced(String cell) {
        return evaluation.referential().lifecycle().replaces().contains(cell.toLowerCase(Locale.ROOT))
                && from(cell).stream().anyMatch(s -> s.basis() == Succession.Basis.CORRESPONDANCES);
    }
}
