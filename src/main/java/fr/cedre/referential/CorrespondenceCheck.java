package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Integrity of a correspondence in both directions, type by type: every specification of the first referential has one fate, every
 * specification of the second an origin or the word « nouvelle », no line contradicts another, no identifier is unknown.
 */
public final class CorrespondenceCheck {

    private final Correspondence correspondence;
    private final Referential from;
    private final Referential to;
    private final Map<Problem, Set<String>> found = new LinkedHashMap<>();
    private final List<StructureType> common;

    private CorrespondenceCheck(Correspondence correspondence, Referential from, Referential to) {
        this.correspondence = correspondence;
        this.from = from;
        this.to = to;
        this.common = from.types().stream().filter(to.types()::contains).toList();
    }

    /** What makes it unusable: unknown identifiers and contradictions, with their lines. */
    public static List<Problem> contradictions(Correspondence correspondence, Referential from, Referential to) {
        CorrespondenceCheck check = new CorrespondenceCheck(correspondence, from, to);
        check.contradictions();
        return check.problems();
    }

    /**
     * Every defect, with its line.
     *
     * @param atlas gives the lines of the files it puts together
     */
    public static List<Problem> problems(Correspondence correspondence, Referential from, Referential to, Atlas atlas) {
        CorrespondenceCheck check = new CorrespondenceCheck(correspondence, from, to);
        check.contradictions();
        check.common.forEach(
                type -> check.coverage(type, atlas.lines(correspondence).apply(type)));
        return check.problems();
    }

    private void contradictions() {
        identifiers();
        for (StructureType type : common) {
            if (correspondence.united().isEmpty()) {
                origins(type);
            }
            targets(type);
        }
    }

    private List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        found.forEach((problem, types) -> {
            boolean everywhere = types.isEmpty() || types.size() == common.size();
            all.add(
                    everywhere
                            ? problem
                            : Problem.error(
                                    problem.location(),
                                    problem.message() + " (pour " + String.join(", ", types) + ")"));
        });
        if (common.isEmpty()) {
            all.add(error(1, "de", from.id() + " et " + to.id() + " n'ont aucun type de structure en commun"));
        }
        return all;
    }

    private Problem error(int line, String column, String message) {
        return Problem.error(Location.of(correspondence.file(), line, column), message);
    }

    private void add(Problem problem, StructureType type) {
        found.computeIfAbsent(problem, key -> new LinkedHashSet<>()).add(type.code());
    }

    private void identifiers() {
        Set<String> first = ids(from);
        Set<String> second = ids(to);
        for (Correspondence.Line line : correspondence.lines()) {
            unknown(line, "de", line.from(), first, from);
            unknown(line, "vers", line.to(), second, to);
            unknown(line, "en_partie", line.partly(), second, to);
            unknown(line, "voir", line.see(), second, to);
            for (StructureType type : line.types()) {
                if (!common.contains(type)) {
                    add(error(
                            line.line(),
                            "types",
                            "le type « " + type.code() + " » n'est pas couvert par les deux référentiels"));
                }
            }
        }
    }

    private void add(Problem problem) {
        found.computeIfAbsent(problem, key -> new LinkedHashSet<>());
    }

    private void unknown(
            Correspondence.Line line, String key, List<String> ids, Set<String> known, Referential referential) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!known.contains(id)) {
                add(error(
                        line.line(),
                        key,
                        "« " + id + " » n'est pas une spécification de " + referential.id()
                                + NearestName.hint(id, known)));
            } else if (!seen.add(id)) {
                add(error(line.line(), key, "« " + id + " » est cité deux fois"));
            }
        }
    }

    private static Set<String> ids(Referential referential) {
        return referential.specifications().stream()
                .map(Specification::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One fate for each origin. */
    private void origins(StructureType type) {
        Map<String, Correspondence.Line> fates = new HashMap<>();
        for (Correspondence.Line line : correspondence.lines()) {
            if (line.holdsFor(type)) {
                for (String id : line.from()) {
                    Correspondence.Line before = fates.putIfAbsent(id, line);
                    if (before != null && before.line() != line.line()) {
                        add(
                                error(
                                        line.line(),
                                        "de",
                                        "« " + id + " » a deux sorts : « "
                                                + before.fate().code() + " » ligne " + before.line() + " et « "
                                                + line.fate().code() + " » ligne " + line.line()),
                                type);
                    }
                }
            }
        }
    }

    /** No contradiction on the side of the targets. */
    private void targets(StructureType type) {
        Map<String, Correspondence.Line> news = new HashMap<>();
        Map<String, Correspondence.Line> single = new HashMap<>();
        Map<String, Set<String>> origins = new HashMap<>();
        for (Correspondence.Line line : correspondence.lines()) {
            if (!line.holdsFor(type)) {
                continue;
            }
            for (String id : line.targets()) {
                Correspondence.Line before = line.fate() == Fate.NOUVELLE ? news.putIfAbsent(id, line) : null;
                if (before != null) {
                    add(
                            error(line.line(), "vers", "« " + id + " » est déjà « nouvelle » ligne " + before.line()),
                            type);
                }
                origins.computeIfAbsent(id, key -> new HashSet<>()).addAll(line.from());
            }
            if (line.fate().oneToOne()) {
                for (String id : line.to()) {
                    Correspondence.Line before = single.putIfAbsent(id, line);
                    if (before != null) {
                        add(
                                error(
                                        line.line(),
                                        "vers",
                                        "« " + id + " » vient déjà de « " + String.join(", ", before.from())
                                                + " » (« " + before.fate().code() + " », ligne " + before.line()
                                                + ") : plusieurs origines, c'est « fusionnee »"),
                                type);
                    }
                }
            }
        }
        for (Correspondence.Line line : correspondence.lines()) {
            if (!line.holdsFor(type)) {
                continue;
            }
            for (String id : line.targets()) {
                Correspondence.Line fresh = news.get(id);
                if (fresh != null && line.fate() != Fate.NOUVELLE) {
                    add(
                            error(
                                    line.line(),
                                    "vers",
                                    "« " + id + " » est « nouvelle » ligne " + fresh.line()
                                            + " et a pourtant une origine ici"),
                            type);
                }
                boolean alone = origins.getOrDefault(id, Set.of()).size() < 2;
                if (line.fate() == Fate.FUSIONNEE
                        && alone
                        && correspondence.united().isEmpty()) {
                    add(
                            error(
                                    line.line(),
                                    "sort",
                                    "« fusionnee » : « " + id + " » ne reçoit qu'une origine, « "
                                            + String.join(", ", line.from()) + " »"),
                            type);
                }
            }
        }
    }

    /** Nothing is lost, nothing comes from nowhere. */
    private void coverage(StructureType type, List<Link> links) {
        Set<String> origins = links.stream()
                .filter(l -> l.from() != null && (l.to() == null || addresses(to, l.to(), type)))
                .map(l -> String.valueOf(l.from()))
                .collect(Collectors.toSet());
        Set<String> targets = links.stream()
                .filter(l -> l.to() != null && (l.from() == null || addresses(from, l.from(), type)))
                .map(l -> String.valueOf(l.to()))
                .collect(Collectors.toSet());
        lost(from, origins, true, type);
        lost(to, targets, false, type);
    }

    private static boolean addresses(Referential referential, String id, StructureType type) {
        return referential.specification(id).flatMap(s -> s.variantFor(type)).isPresent();
    }

    private void lost(Referential referential, Set<String> known, boolean origin, StructureType type) {
        String before = null;
        for (Specification s : referential.specifications()) {
            if (s.variantFor(type).isPresent() && !known.contains(s.id())) {
                add(
                        error(
                                lineOf(before, origin),
                                origin ? "de" : "vers",
                                "« " + s.id() + " » (" + s.source().referential() + ".yaml, ligne " + s.line()
                                        + (origin
                                                ? ") n'a pas de sort : écrire ce qu'elle devient"
                                                : ") n'a pas d'origine : écrire d'où elle vient, ou « nouvelle »")),
                        type);
            }
            before = s.id();
        }
    }

    /** The line of the specification just before: where the missing one is to be written. */
    private int lineOf(@org.jspecify.annotations.Nullable String id, boolean origin) {
        int first = correspondence.lines().isEmpty()
                ? 1
                : correspondence.lines().get(0).line();
        if (id == null) {
            return first;
        }
        for (Correspondence.Line line : correspondence.lines()) {
            boolean there = origin
                    ? line.from().contains(id)
                    : line.to().contains(id) || line.partly().contains(id);
            if (there) {
                return line.line();
            }
        }
        return first;
    }
}
