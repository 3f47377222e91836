package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The way from one referential to another, type by type, with the files it follows. */
public final class Passage {

    private final List<String> steps;
    private final boolean byIdentifiers;
    private final Function<StructureType, List<Link>> source;
    private final Map<StructureType, List<Link>> known = new HashMap<>();

    private Passage(List<String> steps, boolean byIdentifiers, Function<StructureType, List<Link>> source) {
        this.steps = List.copyOf(steps);
        this.byIdentifiers = byIdentifiers;
        this.source = source;
    }

    /** A way that follows files. */
    static Passage along(List<String> steps, Function<StructureType, List<Link>> source) {
        return new Passage(steps, false, source);
    }

    /** No file says anything: specifications that bear the same identifier are compared, and it is said. */
    public static Passage byIdentifiers(Referential from, Referential to) {
        return new Passage(List.of(), true, type -> {
            List<Link> links = new ArrayList<>();
            for (Specification s : from.specifications()) {
                s.variantFor(type).ifPresent(v -> {
                    Variant other = to.specification(s.id())
                            .flatMap(t -> t.variantFor(type))
                            .orElse(null);
                    if (other == null) {
                        links.add(new Link(
                                s.id(), null, Fate.SUPPRIMEE, false, "Aucune spécification ne porte cet identifiant."));
                    } else if (other.requirement().equals(v.requirement())) {
                        links.add(new Link(s.id(), s.id(), Fate.IDENTIQUE, true, "Même identifiant, même exigence."));
                    } else {
                        links.add(new Link(
                                s.id(),
                                s.id(),
                                Fate.REFORMULEE,
                                false,
                                "Même identifiant, exigence écrite autrement : à comparer."));
                    }
                });
            }
            for (Specification s : to.specifications()) {
                boolean known = from.specification(s.id())
                        .flatMap(f -> f.variantFor(type))
                        .isPresent();
                if (s.variantFor(type).isPresent() && !known) {
                    links.add(new Link(
                            null, s.id(), Fate.NOUVELLE, false, "Aucune spécification ne portait cet identifiant."));
                }
            }
            return links;
        });
    }

    /** Files followed, in order, as {@code A--B}; empty within a same referential or by identifiers. */
    public List<String> steps() {
        return steps;
    }

    /** True when no file of correspondences links the two: only identifiers were compared. */
    public boolean byIdentifiers() {
        return byIdentifiers;
    }

    /** Every link for a type. */
    public List<Link> links(StructureType type) {
        return known.computeIfAbsent(type, source);
    }

    /** The links that lead to a specification for a type, those that cover it in full first. */
    public List<Link> leadingTo(String id, StructureType type) {
        List<Link> links = new ArrayList<>();
        for (Link link : links(type)) {
            if (id.equals(link.to())) {
                links.add(link);
            }
        }
        links.sort((a, b) -> Boolean.compare(b.whole(), a.whole()));
        return links;
    }

    /** The links that leave a specification for a type. */
    public List<Link> leaving(String id, StructureType type) {
        return links(type).stream().filter(l -> id.equals(l.from())).toList();
    }
}
