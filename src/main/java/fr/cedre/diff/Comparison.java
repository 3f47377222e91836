package fr.cedre.diff;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Link;
import fr.cedre.referential.Passage;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changes between two referentials.
 *
 * @param from first referential
 * @param to second one
 * @param passage the way between them
 * @param notices what the files it follows say of themselves
 * @param types types compared, in the order of the second referential
 * @param entries what each specification of the second one is, in its order; several entries when types differ
 * @param dropped specifications of the first one without sequel, in its order
 */
public record Comparison(
        Referential from,
        Referential to,
        Passage passage,
        List<String> notices,
        List<StructureType> types,
        List<Entry> entries,
        List<Dropped> dropped) {

    /** The reason given when there is none. */
    static final String UNSAID = "Aucune correspondance n'en parle.";

    /** Copies the lists. */
    public Comparison {
        notices = List.copyOf(notices);
        types = List.copyOf(types);
        entries = List.copyOf(entries);
        dropped = List.copyOf(dropped);
    }

    /**
     * An origin of a specification.
     *
     * @param id its id in the first referential
     * @param whole true when it covers the specification in full
     */
    public record Origin(String id, boolean whole) {}

    /**
     * What a specification is, for some types.
     *
     * @param specification specification of the second referential
     * @param types types it is so for, empty when it is so for all those compared
     * @param fate fate
     * @param origins where it comes from, those that cover it in full first
     * @param reasons what changes, one sentence or more per origin
     */
    public record Entry(
            Specification specification,
            List<StructureType> types,
            Fate fate,
            List<Origin> origins,
            List<String> reasons) {
        /** Copies the lists. */
        public Entry {
            types = List.copyOf(types);
            origins = List.copyOf(origins);
            reasons = List.copyOf(reasons);
        }

        /** What changes, in one text. */
        public String why() {
            return String.join(" ", reasons);
        }
    }

    /**
     * A specification without sequel, for some types.
     *
     * @param specification specification of the first referential
     * @param types types it is so for, empty when it is so for all those compared
     * @param why why
     */
    public record Dropped(Specification specification, List<StructureType> types, String why) {
        /** Copies the list. */
        public Dropped {
            types = List.copyOf(types);
        }
    }

    /** Compares for some types, all covered by both. */
    public static Comparison of(
            Referential from, Referential to, Passage passage, List<String> notices, List<StructureType> types) {
        List<Entry> entries = new ArrayList<>();
        for (Specification specification : to.specifications()) {
            byType(types, type -> entry(specification, type, passage, from))
                    .forEach((entry, of) -> entries.add(new Entry(
                            specification,
                            of.size() == types.size() ? List.of() : of,
                            entry.fate(),
                            entry.origins(),
                            entry.reasons())));
        }
        List<Dropped> dropped = new ArrayList<>();
        for (Specification specification : from.specifications()) {
            byType(types, type -> dropped(specification, type, passage, to))
                    .forEach((one, of) -> dropped.add(
                            new Dropped(specification, of.size() == types.size() ? List.of() : of, one.why())));
        }
        return new Comparison(from, to, passage, notices, types, entries, dropped);
    }

    /** The types for which the answer is the same, together; those without an answer are left out. */
    private static <T> Map<T, List<StructureType>> byType(
            List<StructureType> types, Function<StructureType, Optional<T>> answer) {
        Map<T, List<StructureType>> groups = new LinkedHashMap<>();
        for (StructureType type : types) {
            answer.apply(type)
                    .ifPresent(a ->
                            groups.computeIfAbsent(a, key -> new ArrayList<>()).add(type));
        }
        return groups;
    }

    private static Optional<Entry> entry(
            Specification specification, StructureType type, Passage passage, Referential from) {
        if (specification.variantFor(type).isEmpty()) {
            return Optional.empty();
        }
        List<Link> links = links(specification.id(), type, passage, from);
        List<Origin> origins = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Link link : links) {
            reasons.add(link.why());
            if (link.from() != null) {
                origins.add(new Origin(link.from(), link.whole()));
            }
        }
        List<String> said = reasons.isEmpty() ? List.of(UNSAID) : new ArrayList<>(reasons);
        return Optional.of(new Entry(specification, List.of(), fate(links, origins), origins, said));
    }

    /** The links that lead to a specification; an origin that does not address the type is none. */
    static List<Link> links(String id, StructureType type, Passage passage, Referential from) {
        return passage.leadingTo(id, type).stream()
                .map(link -> link.from() == null || addresses(from, link.from(), type)
                        ? link
                        : new Link(null, id, Fate.NOUVELLE, false, link.why()))
                .toList();
    }

    private static boolean addresses(Referential referential, String id, StructureType type) {
        return referential.specification(id).flatMap(s -> s.variantFor(type)).isPresent();
    }

    /** The fate seen from the target: taken as it is if one origin says so, then what all its origins say. */
    private static Fate fate(List<Link> links, List<Origin> origins) {
        if (origins.isEmpty()) {
            return Fate.NOUVELLE;
        }
        Set<Fate> fates = links.stream()
                .filter(l -> l.from() != null)
                .map(Link::fate)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (fates.contains(Fate.IDENTIQUE)) {
            return Fate.IDENTIQUE;
        }
        if (origins.size() > 1 && fates.size() > 1) {
            return Fate.FUSIONNEE;
        }
        return fates.iterator().next();
    }

    private static Optional<Dropped> dropped(
            Specification specification, StructureType type, Passage passage, Referential to) {
        if (specification.variantFor(type).isEmpty()) {
            return Optional.empty();
        }
        List<Link> links = passage.leaving(specification.id(), type);
        boolean followed = links.stream().anyMatch(l -> l.to() != null && addresses(to, l.to(), type));
        if (followed) {
            return Optional.empty();
        }
        String why = links.isEmpty()
                ? UNSAID
                : links.stream().map(Link::why).distinct().collect(Collectors.joining(" "));
        return Optional.of(new Dropped(specification, List.of(), why));
    }

    /** Specifications of either referential of which no correspondence says anything. */
    public long unsaid() {
        return entries.stream().filter(e -> e.why().equals(UNSAID)).count()
                + dropped.stream().filter(d -> d.why().equals(UNSAID)).count();
    }

    /** How many specifications of the second referential have a fate, each counted once. */
    public long count(Fate fate) {
        return entries.stream()
                .filter(e -> e.fate() == fate)
                .map(e -> e.specification().id())
                .distinct()
                .count();
    }
}
