package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a name designates: in the referential asked for, in the dictionary of registers, then in the other referentials at hand when only one of
 * them knows it.
 */
public final class Topics {

    private static final int SUGGESTIONS = 3;

    /** Below this a part of a name says too little. */
    private static final int MIN_PART = 4;

    private final Library library;
    private final Dictionary dictionary;
    private final Referential referential;
    private @Nullable List<Referential> others;
    private final List<String> unreadable = new ArrayList<>();

    /** Looks first in a referential, then in those of a library. */
    public Topics(Library library, Dictionary dictionary, Referential referential) {
        this.library = library;
        this.dictionary = dictionary;
        this.referential = referential;
    }

    /** All that a name designates, several things when they are of different kinds; throws a {@link CedreException} when there is none. */
    public List<Topic> find(String name) {
        List<Topic> found = new ArrayList<>(in(name, referential, null));
        register(name).ifPresent(found::add);
        found.addAll(new Notes(referential, dictionary).find(name));
        if (found.isEmpty()) {
            found.addAll(new Notes(referential, dictionary).codes(name));
        }
        if (found.isEmpty()) {
            elsewhere(name).ifPresent(where -> found.addAll(in(name, where, referential.id())));
        }
        if (found.isEmpty()) {
            throw unknown(name);
        }
        return found;
    }

    private List<Topic> in(String name, Referential where, @Nullable String missingFrom) {
        List<Topic> found = new ArrayList<>();
        specification(name, where)
                .ifPresent(s -> found.add(
                        new Topic.Requirement(where, s, missingFrom, Relation.of(library, dictionary, where, s))));
        definition(name, where).ifPresent(d -> found.add(new Topic.Term(where, d, missingFrom)));
        if (missingFrom == null) {
            Stream.concat(where.principles().stream(), where.pedagogy().stream())
                    .filter(p -> same(name, p.id()) || same(name, p.title()))
                    .findFirst()
                    .ifPresent(p -> found.add(new Topic.Idea(where, p)));
            where.annexes()
                    .forEach(annex -> annex.parts().stream()
                            .filter(p -> same(name, p.code()) || same(name, p.title()))
                            .forEach(p -> found.add(new Topic.Item(where, annex, p))));
        }
        return found;
    }

    private static Optional<Specification> specification(String name, Referential where) {
        List<Specification> all = all(where);
        return all.stream()
                .filter(s -> s.id().equals(name))
                .findFirst()
                .or(() -> all.stream().filter(s -> same(name, s.id())).findFirst())
                .or(() -> loose(name, all));
    }

    /** {@code § 6.1 g dp}, {@code 61GDP}: letters and digits alone, when only one specification has them. */
    private static Optional<Specification> loose(String name, List<Specification> all) {
        String wanted = bare(name);
        List<Specification> found =
                all.stream().filter(s -> bare(s.id()).equals(wanted)).toList();
        return wanted.length() < 2 || found.size() != 1 ? Optional.empty() : Optional.of(found.get(0));
    }

    private static String bare(String text) {
        return fold(text).replaceAll("[^a-z0-9]", "");
    }

    private static Optional<Definition> definition(String name, Referential where) {
        return where.glossary().stream().filter(d -> same(name, d.term())).findFirst();
    }

    private static List<Specification> all(Referential where) {
        List<Specification> all = new ArrayList<>(where.scope());
        all.addAll(where.specifications());
        return all;
    }

    /** {@code missions}, {@code missions.csv}, {@code registres/missions.csv}, {@code missions.debut}. */
    private Optional<Topic> register(String name) {
        String bare = fold(name).replaceFirst("^registres/", "").replaceFirst("\\.csv$", "");
        RegisterSchema whole = dictionary.schemas().get(bare);
        if (whole != null) {
            return Optional.of(new Topic.Register(referential, whole));
        }
        int dot = bare.indexOf('.');
        RegisterSchema schema = dot < 0 ? null : dictionary.schemas().get(bare.substring(0, dot));
        if (schema == null) {
            return Optional.empty();
        }
        String column = bare.substring(dot + 1);
        for (Field field : schema.fields()) {
            if (field.name().equals(column)) {
                return Optional.of(new Topic.Column(referential, schema, field));
            }
        }
        String hint = hint(few(column, new LinkedHashSet<>(schema.columnNames())));
        throw new CedreException("La colonne « " + column + " » n'existe pas dans le registre " + schema.name()
                + hint + " Ses colonnes : "
                + String.join(", ", schema.columnNames()) + ".");
    }

    /** The only other referential that writes a specification or a definition, whatever the number of those that take it in. */
    private Optional<Referential> elsewhere(String name) {
        Map<Object, Referential> writers = new LinkedHashMap<>();
        for (Referential other : others()) {
            Specification specification = specification(name, other).orElse(null);
            Object written = specification != null
                    ? specification.source().referential()
                    : definition(name, other).orElse(null);
            if (written != null) {
                // Said by the one that writes it rather than by those that take it in.
                writers.merge(written, other, (one, two) -> two.included().isEmpty() ? two : one);
            }
        }
        if (writers.size() > 1) {
            List<String> ids = writers.values().stream().map(Referential::id).toList();
            throw new CedreException(
                    "« " + name + " » n'est pas dans " + referential.id() + ", mais dans plusieurs autres : "
                            + String.join(", ", ids) + ". Choisissez avec -r, par exemple : cedre explain " + name
                            + " -r " + ids.get(0));
        }
        return writers.values().stream().findFirst();
    }

    private List<Referential> others() {
        if (others == null) {
            List<Referential> read = new ArrayList<>();
            for (String name : library.names()) {
                try {
                    Referential one = library.referential(name, dictionary);
                    if (!one.id().equals(referential.id())) {
                        read.add(one);
                    }
                } catch (CedreException e) {
                    unreadable.add(name);
                }
            }
            others = read;
        }
        return others;
    }

    private CedreException unknown(String name) {
        String hint = hint(nearest(name));
        String unread = unreadable.isEmpty()
                ? ""
                : " Référentiels illisibles, donc non consultés : " + String.join(", ", unreadable) + ".";
        return new CedreException("« " + name + " » n'est ni une spécification ni un mot du glossaire de "
                + referential.id() + ", ni un chapitre, un document, un contrôle, un registre ou une colonne" + hint
                + unread
                + " Pour tout voir : cedre list " + referential.id());
    }

    /** The nearest names, those of the referential asked for first. */
    private List<String> nearest(String name) {
        Set<String> candidates = new LinkedHashSet<>();
        all(referential).forEach(s -> candidates.add(s.id()));
        referential.glossary().forEach(d -> candidates.add(d.term()));
        referential.principles().forEach(p -> candidates.add(p.id()));
        referential.pedagogy().forEach(p -> candidates.add(p.id()));
        referential.annexes().forEach(a -> a.parts().forEach(p -> candidates.add(p.code())));
        dictionary.schemas().values().forEach(schema -> {
            candidates.add(schema.name());
            schema.fields().forEach(f -> candidates.add(schema.name() + "." + f.name()));
        });
        candidates.addAll(new Notes(referential, dictionary).names());
        List<String> near = few(name, candidates);
        if (near.isEmpty()) {
            Set<String> far = new LinkedHashSet<>();
            others().forEach(other -> all(other).forEach(s -> far.add(s.id())));
            others().forEach(other -> other.glossary().forEach(d -> far.add(d.term())));
            near = few(name, far);
        }
        return near;
    }

    /** Names that hold the one asked for, the shortest first; then those it may be a slip for. */
    private static List<String> few(String name, Set<String> candidates) {
        String wanted = fold(name);
        List<String> near = new ArrayList<>();
        if (wanted.length() >= MIN_PART) {
            candidates.stream()
                    .filter(c -> fold(c).contains(wanted) && (wanted.contains(".") || !c.contains(".")))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .limit(SUGGESTIONS)
                    .forEach(near::add);
        }
        near.forEach(candidates::remove);
        if (near.isEmpty() && NearestName.of(name, candidates).isEmpty()) {
            // Something was typed after a true name: the longest it begins with.
            candidates.stream()
                    .filter(c -> fold(c).length() > 1 && wanted.startsWith(fold(c)))
                    .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .ifPresent(near::add);
            return near;
        }
        Optional<String> next = NearestName.of(name, candidates);
        while (next.isPresent() && near.size() < SUGGESTIONS) {
            near.add(next.get());
            candidates.remove(next.get());
            next = NearestName.of(name, candidates);
        }
        return near;
    }

    /** A full stop, or the question that ends a message. */
    private static String hint(List<String> names) {
        if (names.isEmpty()) {
            return ".";
        }
        List<String> quoted = names.stream().map(n -> "« " + n + " »").toList();
        int last = quoted.size() - 1;
        return " ; vouliez-vous dire "
                + (last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " ou " + quoted.get(last))
                + " ?";
    }

    static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
