package fr.cedre.plan;

import fr.cedre.dossier.Dictionary;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Atlas;
import fr.cedre.referential.Library;
import fr.cedre.referential.Passage;
import fr.cedre.referential.Referential;
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
    private final Map<String, Optional<Referential>> read = new HashMap<>();
    private final Map<String, Optional<Passage>> passages = new HashMap<>();

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

    /** The referential that a cell names, when the library holds it. */
    private Optional<Referential> referential(String cell) {
        return id(cell).flatMap(id -> read.computeIfAbsent(id, one -> {
            try {
                return Optional.of(library.referential(one, dictionary));
            } catch (CedreException e) {
                return Optional.empty(); // not at hand, or badly written: its rows are left as they are
            }
        }));
    }

    /** The identifiers of the referential that a cell names, by themselves and in lower case; none when it is not at hand. */
    Map<String, String> names(String cell) {
        return referential(cell).map(RowIdentities::names).orElse(Map.of());
    }

    /** The identifier that a cell names, when it is one that files give: what people write there is not repeated. */
    Optional<String> printable(String cell) {
        String own = evaluation.referential().id();
        return own.equalsIgnoreCase(cell)
                ? Optional.of(own)
                : id(cell).filter(id -> referential(cell).isPresent());
    }

    /** True when files of correspondences say that a specification is taken up by nothing, for every type of the structure that it bore on. */
    boolean dropped(String cell, String specification) {
        return replaced(cell)
                && passage(cell)
                        .filter(passage -> evaluation.types().stream()
                                .flatMap(type -> passage.leaving(specification, type).stream())
                                .findAny()
                                .isPresent())
                        .isPresent();
    }

    private Optional<Passage> passage(String cell) {
        return referential(cell)
                .flatMap(first -> passages.computeIfAbsent(
                        first.id(), id -> new Atlas(library, dictionary).find(first, evaluation.referential())));
    }

    /** True when the referential in force replaces this one, and files say what became of each specification. */
    boolean replaced(String cell) {
        return evaluation.referential().lifecycle().replaces().contains(cell.toLowerCase(Locale.ROOT))
                && from(cell).stream().anyMatch(s -> s.basis() == Succession.Basis.CORRESPONDANCES);
    }
}
