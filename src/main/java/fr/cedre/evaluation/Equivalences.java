package fr.cedre.evaluation;

import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Correspondence;
import fr.cedre.referential.Library;
import fr.cedre.referential.Link;
import fr.cedre.referential.Links;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Identifiers of other referentials whose proofs serve a specification as they are, by the correspondences written between the two. Nothing
 * is read when the folder cites only identifiers of the referential under control and this one stands alone.
 */
public final class Equivalences {

    private final Map<String, Map<StructureType, Set<String>>> serving = new HashMap<>();
    private final Set<String> foreign = new TreeSet<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<StructureType, Set<String>> unmatched = new HashMap<>();

    private Equivalences() {}

    /** Those that a folder needs. */
    public static Equivalences of(Referential referential, Dossier dossier, Library library) {
        Set<String> own = new TreeSet<>();
        referential.specifications().forEach(s -> own.add(s.id()));
        Set<String> known = new TreeSet<>(own);
        referential.scope().forEach(s -> known.add(s.id()));
        referential.principles().forEach(p -> {
            known.add(p.id());
            known.add(p.reference().section());
        });
        boolean needed = !referential.included().isEmpty()
                || dossier.evidence().stream()
                        .map(Evidence::specifications)
                        .flatMap(Set::stream)
                        .anyMatch(id -> !known.contains(id));
        Equivalences all = new Equivalences();
        if (needed) {
            Set<String> constituents = referential.constituents();
            for (Map.Entry<String, Path> file : library.correspondenceFiles().entrySet()) {
                String name = file.getKey().substring(0, file.getKey().length() - ".yaml".length());
                int cut = name.indexOf(Correspondence.SEPARATOR);
                String from = cut < 0 ? "" : name.substring(0, cut);
                String to = cut < 0 ? "" : name.substring(cut + Correspondence.SEPARATOR.length());
                if (constituents.contains(from) || constituents.contains(to)) {
                    all.add(library.correspondence(file.getValue()), referential, own);
                } else {
                    all.know(library, file.getValue());
                }
            }
        }
        return all;
    }

    /** Identifiers that mean something elsewhere; a file that is badly written and not needed here is left to {@code cedre validate}. */
    private void know(Library library, Path file) {
        try {
            know(library.correspondence(file));
        } catch (CedreException e) {
            // not needed here
        }
    }

    private void know(Correspondence correspondence) {
        for (Correspondence.Line line : correspondence.lines()) {
            List.of(line.from(), line.to(), line.partly()).forEach(foreign::addAll);
        }
    }

    private void add(Correspondence correspondence, Referential referential, Set<String> own) {
        Set<String> constituents = referential.constituents();
        know(correspondence);
        for (StructureType type : referential.types()) {
            List<Link> links = Links.of(correspondence, type);
            if (!referential.included().isEmpty() && constituents.contains(correspondence.from())) {
                links.stream()
                        .filter(l -> l.from() == null && own.contains(String.valueOf(l.to())))
                        .forEach(l -> unmatched
                                .computeIfAbsent(type, key -> new TreeSet<>())
                                .add(String.valueOf(l.to())));
            }
            if (constituents.contains(correspondence.to())) {
                links.forEach(l -> add(l, type, correspondence.from(), constituents, own));
            }
            if (constituents.contains(correspondence.from())) {
                Links.reversed(links).forEach(l -> add(l, type, correspondence.to(), constituents, own));
            }
        }
    }

    /** An identifier that the referential under control also bears means its own specification. */
    private void add(Link link, StructureType type, String home, Set<String> constituents, Set<String> own) {
        boolean inside = constituents.contains(home);
        String from = link.from();
        String to = link.to();
        if (from == null || to == null || from.equals(to) || !own.contains(to) || (!inside && own.contains(from))) {
            return;
        }
        if (link.whole()) {
            if (inside) {
                homes.put(from, home);
            } else {
                homes.putIfAbsent(from, home);
            }
            serving.computeIfAbsent(to, key -> new HashMap<>())
                    .computeIfAbsent(type, key -> new LinkedHashSet<>())
                    .add(from);
        }
    }

    /** Identifiers whose proofs serve a specification, for every one of these types. */
    Set<String> serving(Specification specification, Set<StructureType> types) {
        return common(serving.getOrDefault(specification.id(), Map.of()), types);
    }

    /** What holds for every one of these types. */
    private static Set<String> common(Map<StructureType, Set<String>> byType, Collection<StructureType> types) {
        Set<String> all = new TreeSet<>();
        boolean first = true;
        for (StructureType type : types) {
            Set<String> mine = byType.getOrDefault(type, Set.of());
            if (first) {
                all.addAll(mine);
            } else {
                all.retainAll(mine);
            }
            first = false;
        }
        return all;
    }

    /** The referential that an identifier belongs to, as the correspondences tell. */
    String home(String id) {
        return homes.getOrDefault(id, "");
    }

    /**
     * In a referential that takes several in whole: what one of them asks and no other does, for every one of these
     * types.
     */
    Set<String> unmatched(List<StructureType> types) {
        return common(unmatched, types);
    }

    /** Also accepts the identifiers of another referential that the user named: citing them is no mistake. */
    public Equivalences knowing(Referential other) {
        other.specifications().forEach(s -> foreign.add(s.id()));
        return this;
    }

    /** Identifiers of other referentials that a correspondence knows: citing them is no mistake. */
    Set<String> foreign() {
        return foreign;
    }
}
