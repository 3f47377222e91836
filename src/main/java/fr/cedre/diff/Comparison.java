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
 * @param types types compared, in the order of the second referential
 * @param entries what each specification of the second one is, in its order; several entries when types differ
 * @param dropped specifications of the first one without sequel, in its order
 */
public record Comparison(
        Referential from,
        Referential to,
        Passage passage,
        List<StructureType> types,
        List<Entry> entries,
        List<Dropped> dropped) {

    /** Copies the lists. */
    public Comparison {
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
     * @param why what changes
     */
    public record Entry(
            Specification specification, List<StructureType> types, Fate fate, List<Origin> origins, String why) {
        /** Copies the lists. */
        public Entry {
            types = List.copyOf(types);
            origins = List.copyOf(origins);
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
    public static Comparison of(Referential from, Referential to, Passage passage, List<StructureType> types) {
        List<Entry> entries = new ArrayList<>();
        for (Specification specification : to.specifications()) {
            byType(types, type -> entry(specification, type, passage, from))
                    .forEach((entry, of) -> entries.add(new Entry(
                            specification,
                            of.size() == types.size() ? List.of() : of,
                            entry.fate(),
                            entry.origins(),
                            entry.why())));
        }
        List<Dropped> dropped = new ArrayList<>();
        for (Specification specification : from.specifications()) {
            byType(types, type -> dropped(specification, type, passage, to))
                    .forEach((one, of) -> dropped.add(
                            new Dropped(specification, of.size() == types.size() ? List.of() : of, one.why())));
        }
        return new Comparison(from, to, passage, types, entries, dropped);
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
        List<Link> links = passage.leadingTo(specification.id(), type);
        List<Origin> origins = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Link link : links) {
            reasons.add(link.why());
            if (link.from() != null && addresses(from, link.from(), type)) {
                origins.add(new Origin(link.from(), link.whole()));
            }
        }
        return Optional.of(
                new Entry(specification, List.of(), fate(links, origins), origins, String.join(" ", reasons)));
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
        String why = links.stream().map(Link::why).distinct().collect(Collectors.joining(" "));
        return Optional.of(new Dropped(specification, List.of(), why));
    }

    /** Specifications of either referential of which the correspondence says nothing. */
    public long unsaid() {
        return entries.stream().filter(e -> e.why().isBlank()).count()
                + dropped.stream().filter(d -> d.why().isBlank()).count();
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
