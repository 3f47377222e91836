package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be done with links between two referentials, for one type: read them from lines, turn them round, chain them, put them together. */
public final class Links {

    private Links() {}

    /** The links that the lines of a file write for a type. */
    public static List<Link> of(Correspondence correspondence, StructureType type) {
        List<Link> links = new ArrayList<>();
        for (Correspondence.Line line : correspondence.lines()) {
            if (!line.holdsFor(type)) {
                continue;
            }
            if (line.from().isEmpty()) {
                line.to().forEach(to -> links.add(new Link(null, to, Fate.NOUVELLE, false, line.why())));
            }
            for (String from : line.from()) {
                if (line.fate() == Fate.SUPPRIMEE) {
                    links.add(new Link(from, null, Fate.SUPPRIMEE, false, line.why()));
                }
                line.to().forEach(to -> links.add(new Link(from, to, line.fate(), true, line.why())));
                // What is taken as it is may also feed a demand that goes further.
                Fate part = line.fate() == Fate.IDENTIQUE ? Fate.RENFORCEE : line.fate();
                line.partly().forEach(to -> links.add(new Link(from, to, part, false, line.why())));
            }
        }
        return links;
    }

    /** Every specification of a referential that addresses a type, taken as it is. */
    static List<Link> same(Referential referential, StructureType type, String why) {
        List<Link> links = new ArrayList<>();
        for (Specification s : referential.specifications()) {
            if (s.variantFor(type).isPresent()) {
                links.add(new Link(s.id(), s.id(), Fate.IDENTIQUE, true, why));
            }
        }
        return links;
    }

    /** The same links from the other side. */
    public static List<Link> reversed(List<Link> links) {
        return links.stream().map(Link::reversed).toList();
    }

    /**
     * Puts links together: what has a sequel in one of them is not lost, what has an origin in one of them is not new; of two links between
     * the same specifications, the one that covers in full is kept.
     */
    static List<Link> united(Collection<List<Link>> all) {
        Set<String> followed = new HashSet<>();
        Set<String> founded = new HashSet<>();
        for (List<Link> links : all) {
            for (Link link : links) {
                if (link.from() != null && link.to() != null) {
                    followed.add(link.from());
                    founded.add(link.to());
                }
            }
        }
        Map<List<String>, Link> kept = new LinkedHashMap<>();
        for (List<Link> links : all) {
            for (Link link : links) {
                boolean lost = link.to() == null && followed.contains(String.valueOf(link.from()));
                boolean found = link.from() == null && founded.contains(String.valueOf(link.to()));
                if (!lost && !found) {
                    kept.merge(
                            List.of(String.valueOf(link.from()), String.valueOf(link.to())),
                            link,
                            (before, now) -> now.whole() && !before.whole() ? now : before);
                }
            }
        }
        return new ArrayList<>(kept.values());
    }

    /** Links that go through a third referential. */
    static List<Link> chained(List<Link> first, List<Link> second) {
        Map<String, List<Link>> next = new HashMap<>();
        for (Link link : second) {
            if (link.from() != null) {
                next.computeIfAbsent(link.from(), key -> new ArrayList<>()).add(link);
            }
        }
        List<Link> chained = new ArrayList<>();
        for (Link one : first) {
            List<Link> following = one.to() == null ? List.of() : next.getOrDefault(one.to(), List.of());
            if (one.to() == null || (following.isEmpty() && one.from() != null)) {
                chained.add(new Link(one.from(), null, Fate.SUPPRIMEE, false, one.why()));
            }
            for (Link two : following) {
                chained.add(step(one, two));
            }
        }
        for (Link link : second) {
            if (link.from() == null) {
                chained.add(link);
            }
        }
        return counted(united(List.of(chained)));
    }

    private static Link step(Link one, Link two) {
        if (one.from() == null) {
            return new Link(null, two.to(), two.to() == null ? Fate.SUPPRIMEE : Fate.NOUVELLE, false, one.why());
        }
        if (two.to() == null) {
            return new Link(one.from(), null, Fate.SUPPRIMEE, false, two.why());
        }
        String why = one.fate() == Fate.IDENTIQUE
                ? two.why()
                : two.fate() == Fate.IDENTIQUE || one.why().equals(two.why())
                        ? one.why()
                        : one.why() + " Puis : " + two.why();
        return new Link(one.from(), two.to(), one.fate().then(two.fate()), one.whole() && two.whole(), why);
    }

    /** Says again which links split or merge, now that the intermediate is gone. */
    private static List<Link> counted(List<Link> links) {
        Map<String, Integer> targets = new HashMap<>();
        Map<String, Integer> origins = new HashMap<>();
        List<Link> kept = new ArrayList<>();
        for (Link link : links) {
            if (link.from() == null && link.to() == null) {
                continue;
            }
            kept.add(link);
            if (link.from() != null && link.to() != null) {
                targets.merge(link.from(), 1, Integer::sum);
                origins.merge(link.to(), 1, Integer::sum);
            }
        }
        kept.replaceAll(link -> {
            if (link.from() == null || link.to() == null) {
                return link;
            }
            Fate fate = targets.getOrDefault(link.from(), 0) > 1
                    ? Fate.SCINDEE
                    : origins.getOrDefault(link.to(), 0) > 1
                            ? Fate.FUSIONNEE
                            : link.fate().oneToOne() ? link.fate() : Fate.REFORMULEE;
            return new Link(link.from(), link.to(), fate, link.whole(), link.why());
        });
        return kept;
    }
}
