package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from a referential to another: the file written for the pair, the same read backwards, what they include, or a chain of files,
 * the shortest first.
 */
public final class Atlas {

    private static final int LONGEST = 4;

    private final Library library;
    private final Dictionary dictionary;
    private final Map<String, Path> files;
    private final Map<String, Referential> ends = new HashMap<>();

    /** The ways that the files of a library open. */
    public Atlas(Library library, Dictionary dictionary) {
        this.library = library;
        this.dictionary = dictionary;
        this.files = library.correspondenceFiles();
    }

    /** The way between two referentials, or empty when no file leads from one to the other. */
    public Optional<Passage> find(Referential from, Referential to) {
        ends.put(from.id(), from);
        ends.put(to.id(), to);
        return Optional.ofNullable(shortest(from.id(), to.id(), from, to, Set.of()));
    }

    /** What the files of a way say of themselves. */
    public List<String> notices(Passage passage) {
        List<String> notices = new ArrayList<>();
        for (String step : passage.steps()) {
            Path file = files.get(step + ".yaml");
            if (file != null) {
                notices.add(library.correspondence(file).notice());
            }
        }
        return notices;
    }

    /** What makes a file of a way, or one that it puts together, unusable: unknown identifiers, contradictions. */
    public List<Problem> contradictions(Passage passage) {
        List<Problem> problems = new ArrayList<>();
        for (String step : passage.steps()) {
            Path file = files.get(step + ".yaml");
            if (file != null) {
                for (Correspondence one : whole(library.correspondence(file), List.of())) {
                    problems.addAll(
                            CorrespondenceCheck.contradictions(one, referential(one.from()), referential(one.to())));
                }
            }
        }
        return problems;
    }

    private @Nullable Passage shortest(
            String from, String to, @Nullable Referential first, @Nullable Referential last, Set<String> visited) {
        for (int length = 1; length <= LONGEST; length++) {
            Passage passage = find(from, to, first, last, visited, length);
            if (passage != null) {
                return passage;
            }
        }
        return null;
    }

    private @Nullable Passage find(
            String from,
            String to,
            @Nullable Referential first,
            @Nullable Referential last,
            Set<String> visited,
            int length) {
        if (from.equals(to)) {
            Referential whole = first == null ? named(from) : first;
            return whole == null
                    ? null
                    : Passage.along(List.of(), type -> Links.same(whole, type, "Reprise telle quelle."));
        }
        if (length == 0 || visited.contains(from)) {
            return null;
        }
        Passage direct = direct(from, to);
        if (direct != null) {
            return direct;
        }
        Passage parts = parts(from, to, first, last, visited);
        if (parts != null) {
            return parts;
        }
        Set<String> seen = new LinkedHashSet<>(visited);
        seen.add(from);
        for (String middle : neighbours(from)) {
            if (length < 2 || seen.contains(middle)) {
                continue;
            }
            Passage one = direct(from, middle);
            Passage two = one == null ? null : find(middle, to, null, last, seen, length - 1);
            if (one != null && two != null) {
                List<String> steps = new ArrayList<>(one.steps());
                steps.addAll(two.steps());
                return Passage.along(steps, type -> Links.chained(one.links(type), two.links(type)));
            }
        }
        return null;
    }

    /** The file of the pair, or the one of the opposite direction. */
    private @Nullable Passage direct(String from, String to) {
        Correspondence forward = file(from, to);
        if (forward != null) {
            return Passage.along(List.of(name(from, to)), lines(forward));
        }
        Correspondence backward = file(to, from);
        if (backward != null) {
            Function<StructureType, List<Link>> lines = lines(backward);
            return Passage.along(List.of(name(to, from)), type -> Links.reversed(lines.apply(type)));
        }
        return null;
    }

    /** The links of a file, with those of the files it puts together. */
    Function<StructureType, List<Link>> lines(Correspondence correspondence) {
        List<Correspondence> whole = whole(correspondence, List.of());
        return type ->
                Links.united(whole.stream().map(one -> Links.of(one, type)).toList());
    }

    /** A file and those it puts together, each after the one that names it. */
    private List<Correspondence> whole(Correspondence correspondence, List<String> above) {
        List<String> now = new ArrayList<>(above);
        now.add(name(correspondence.from(), correspondence.to()));
        List<Correspondence> all = new ArrayList<>(List.of(correspondence));
        for (String united : correspondence.united()) {
            if (now.contains(united)) {
                throw new CedreException(
                        "Des correspondances se réunissent l'une l'autre : " + String.join(", ", now) + ".");
            }
            Path file = files.get(united + ".yaml");
            if (file == null) {
                throw new CedreException("La correspondance " + correspondence.file() + " réunit « " + united
                        + " », qui n'est pas une correspondance connue.");
            }
            all.addAll(whole(library.correspondence(file), now));
        }
        return all;
    }

    /** A referential that takes others in whole is reached, or left, through each of them. */
    private @Nullable Passage parts(
            String from, String to, @Nullable Referential first, @Nullable Referential last, Set<String> visited) {
        Referential target = last == null ? named(to) : last;
        Referential origin = first == null ? named(from) : first;
        Set<String> seen = new LinkedHashSet<>(visited);
        if (target != null && !target.included().isEmpty()) {
            seen.add(to);
            List<Passage> ways = new ArrayList<>();
            for (Referential.Included part : target.included()) {
                Passage way = shortest(from, part.id(), origin, null, seen);
                if (way != null) {
                    ways.add(way);
                }
            }
            if (!ways.isEmpty() && origin != null) {
                return together(ways, origin, target);
            }
        }
        if (origin != null && !origin.included().isEmpty() && target != null) {
            seen.add(from);
            List<Passage> ways = new ArrayList<>();
            for (Referential.Included part : origin.included()) {
                Passage way = shortest(part.id(), to, null, target, seen);
                if (way != null) {
                    ways.add(way);
                }
            }
            if (!ways.isEmpty()) {
                return together(ways, origin, target);
            }
        }
        return null;
    }

    /** Every specification without a link is new on one side, or without sequel on the other. */
    private static Passage together(List<Passage> ways, Referential origin, Referential target) {
        Set<String> steps = new LinkedHashSet<>();
        ways.forEach(w -> steps.addAll(w.steps()));
        return Passage.along(new ArrayList<>(steps), type -> {
            List<List<Link>> all = new ArrayList<>();
            ways.forEach(w -> all.add(w.links(type)));
            List<Link> rest = new ArrayList<>();
            for (Specification s : origin.specifications()) {
                if (s.variantFor(type).isPresent()) {
                    rest.add(new Link(
                            s.id(), null, Fate.SUPPRIMEE, false, "Rien n'y correspond dans " + target.id() + "."));
                }
            }
            for (Specification s : target.specifications()) {
                if (s.variantFor(type).isPresent()) {
                    rest.add(new Link(
                            null, s.id(), Fate.NOUVELLE, false, "Rien n'y correspondait dans " + origin.id() + "."));
                }
            }
            all.add(rest);
            return Links.united(all);
        });
    }

    /** One of the two ends, which a user may keep in a file of any name, or one of the library. */
    private Referential referential(String id) {
        Referential end = ends.get(id);
        return end == null ? library.referential(id, dictionary) : end;
    }

    private @Nullable Referential named(String id) {
        return library.names().contains(id) ? library.referential(id, dictionary) : null;
    }

    private @Nullable Correspondence file(String from, String to) {
        Path file = files.get(name(from, to) + ".yaml");
        return file == null ? null : library.correspondence(file);
    }

    private static String name(String from, String to) {
        return from + Correspondence.SEPARATOR + to;
    }

    private List<String> neighbours(String id) {
        Set<String> all = new LinkedHashSet<>();
        for (String file : files.keySet()) {
            String name = file.substring(0, file.length() - ".yaml".length());
            int cut = name.indexOf(Correspondence.SEPARATOR);
            if (cut > 0) {
                String from = name.substring(0, cut);
                String to = name.substring(cut + Correspondence.SEPARATOR.length());
                if (from.equals(id)) {
                    all.add(to);
                } else if (to.equals(id)) {
                    all.add(from);
                }
            }
        }
        return new ArrayList<>(all);
    }
}
