package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What became of the identifiers of one referential in another, for the types of one structure: how a gap is followed when its specification is
 * renumbered, split or merged.
 */
public final class Succession {

    /** What it rests on. */
    public enum Basis {
        /** The same referential. */
        MEME_REFERENTIEL("meme_referentiel"),
        /** Files of correspondences. */
        CORRESPONDANCES("correspondances"),
        /** No file leads from one to the other: equal identifiers only. */
        IDENTIFIANTS("identifiants");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        /** The word written in outputs. */
        public String code() {
            return code;
        }
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+([_-][A-Za-z0-9]+)*");

    private static final Set<Fate> SYMMETRIC = EnumSet.of(Fate.IDENTIQUE, Fate.REFORMULEE, Fate.DEPLACEE);

    private final Basis basis;
    private final Set<String> known;
    private final Map<String, List<String>> successors;
    private final Set<String> taken;
    private final Set<String> whole;
    private final List<String> notices;

    private Succession(
            Basis basis,
            Set<String> known,
            Map<String, List<String>> successors,
            Set<String> taken,
            Set<String> whole,
            List<String> notices) {
        this.basis = basis;
        this.known = known;
        this.successors = successors;
        this.taken = taken;
        this.whole = whole;
        this.notices = List.copyOf(notices);
    }

    /**
     * The succession from a referential, possibly no longer at hand, to another.
     *
     * @param library where correspondences are looked for
     * @param from identifier of the first
     * @param to the second
     * @param types types of the structure
     */
    public static Succession between(
            Library library, Dictionary dictionary, String from, Referential to, Collection<StructureType> types) {
        Set<String> known = new LinkedHashSet<>();
        to.scope().forEach(s -> known.add(s.id()));
        to.specifications().forEach(s -> known.add(s.id()));
        if (from.equals(to.id())) {
            return new Succession(Basis.MEME_REFERENTIEL, known, Map.of(), known, known, List.of());
        }
        if (!identifier(from)) {
            return new Succession(Basis.IDENTIFIANTS, known, Map.of(), known, known, List.of());
        }
        Passage passage = null;
        List<String> notices = new ArrayList<>();
        try {
            Referential first = library.referential(from, dictionary);
            Atlas atlas = new Atlas(library, dictionary);
            passage = atlas.find(first, to).orElse(null);
            if (passage != null) {
                notices.addAll(atlas.notices(passage));
            }
        } catch (CedreException e) {
            // not at hand, or badly written: identifiers are all that is left, and the basis says so
        }
        if (passage == null) {
            return new Succession(Basis.IDENTIFIANTS, known, Map.of(), known, known, List.of());
        }
        Map<String, Set<String>> found = new HashMap<>();
        Set<String> partial = new LinkedHashSet<>();
        boolean forward = passage.steps().stream().findFirst().orElse("").startsWith(from + Correspondence.SEPARATOR);
        Set<String> taken = new LinkedHashSet<>();
        for (StructureType type : types) {
            for (Link link : passage.links(type)) {
                String source = link.from();
                String target = link.to();
                if (source != null && target != null) {
                    found.computeIfAbsent(source, k -> new LinkedHashSet<>()).add(target);
                    taken.add(target);
                    // What is split is met when all its parts are; read backwards, a merger says nothing of the kind.
                    boolean full = forward
                            ? link.whole() || link.fate() == Fate.SCINDEE
                            : link.whole() && SYMMETRIC.contains(link.fate());
                    if (!full) {
                        partial.add(source);
                    }
                }
            }
        }
        Map<String, List<String>> successors = new HashMap<>();
        found.forEach((id, ids) -> successors.put(id, List.copyOf(ids)));
        to.scope().forEach(s -> {
            successors.putIfAbsent(s.id(), List.of(s.id()));
            taken.add(s.id());
        });
        Set<String> whole = new LinkedHashSet<>(successors.keySet());
        whole.removeAll(partial);
        return new Succession(Basis.CORRESPONDANCES, known, successors, taken, whole, notices);
    }

    /** True for the identifier of a referential: what a kept report or a plan names must not make cedre open a file. */
    public static boolean identifier(String name) {
        return ID.matcher(name).matches();
    }

    /** What it rests on. */
    public Basis basis() {
        return basis;
    }

    /** The identifiers that take up this one, none when it is no longer asked for. */
    public List<String> of(String id) {
        if (basis == Basis.CORRESPONDANCES) {
            return successors.getOrDefault(id, List.of());
        }
        return known.contains(id) ? List.of(id) : List.of();
    }

    /** True when what takes up this identifier covers it in full, so that being met there means being met here. */
    public boolean wholly(String id) {
        return basis == Basis.MEME_REFERENTIEL || (basis == Basis.CORRESPONDANCES && whole.contains(id));
    }

    /** True when an identifier of the second referential takes up something of the first. */
    public boolean takesUp(String id) {
        return taken.contains(id);
    }

    /** What the files of correspondences say of themselves. */
    public List<String> notices() {
        return notices;
    }
}
