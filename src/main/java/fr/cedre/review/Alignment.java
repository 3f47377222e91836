package fr.cedre.review;

import fr.cedre.check.Level;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.GapIdentity;
import fr.cedre.referential.CheckFamily;
import fr.cedre.referential.Succession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A photograph seen from the referential now used: each of its gaps under the identifiers that took its specification up. */
final class Alignment {

    private final Photograph photograph;
    private final Succession succession;
    private final Families families;
    private final boolean same;
    private final List<Gap> gaps;
    private final Map<GapIdentity, List<Gap>> byIdentity = new LinkedHashMap<>();
    private final Map<String, Set<Gap>> byObject = new HashMap<>();
    private final Map<String, Set<String>> predecessors = new HashMap<>();

    Alignment(Photograph photograph, Succession succession, Families families) {
        this.families = families;
        this.photograph = photograph;
        this.succession = succession;
        this.same = succession.basis() == Succession.Basis.MEME_REFERENTIEL;
        this.gaps = photograph.gaps();
        for (Photograph.State state : photograph.states()) {
            for (String id : succession.of(state.id())) {
                predecessors.computeIfAbsent(id, k -> new LinkedHashSet<>()).add(state.id());
            }
        }
        for (Gap gap : gaps) {
            for (GapIdentity identity : identities(gap)) {
                byIdentity.computeIfAbsent(identity, k -> new ArrayList<>()).add(gap);
                byObject.computeIfAbsent(place(identity), k -> new LinkedHashSet<>())
                        .add(gap);
            }
        }
    }

    Photograph photograph() {
        return photograph;
    }

    Succession succession() {
        return succession;
    }

    /** Its gaps, as it names them. */
    List<Gap> gaps() {
        return gaps;
    }

    /** What a gap of it is called now: one identity for each specification that took its own up; when none did, one that no gap of today bears. */
    List<GapIdentity> identities(Gap gap) {
        List<String> successors = succession.of(gap.identity().specification());
        if (successors.isEmpty()) {
            return List.of(gap.identity()
                    .under(photograph.referential() + "\n" + gap.identity().specification()));
        }
        return successors.stream().map(gap.identity()::under).toList();
    }

    /** Where a gap stands, whatever its check is called. */
    static String place(GapIdentity identity) {
        return identity.specification() + "\n" + identity.object();
    }

    /**
     * The gap of this identity, or null.
     *
     * @param alone true when no other gap is looked for at the same place: in another referential its check may bear another name
     */
    @Nullable
    Gap find(GapIdentity identity, boolean alone) {
        List<Gap> exact = byIdentity.get(identity);
        if (exact != null) {
            return strongest(exact);
        }
        Set<Gap> there = byObject.get(place(identity));
        return !same && alone && there != null && there.size() == 1
                ? there.iterator().next()
                : null;
    }

    private static Gap strongest(List<Gap> gaps) {
        Gap best = gaps.get(0);
        for (Gap gap : gaps) {
            best = gap.gravity().compareTo(best.gravity()) < 0 ? gap : best;
        }
        return best;
    }

    /** True when it checked nothing that leads to this specification. */
    boolean ignores(String specification) {
        return predecessors.getOrDefault(specification, Set.of()).isEmpty();
    }

    /** True when it could not have seen a gap of this identity. */
    boolean blindTo(GapIdentity identity) {
        if (ignores(identity.specification())) {
            return true;
        }
        CheckFamily family = families.of(identity.specification(), identity.check());
        return former(identity).stream().anyMatch(id -> photograph.blindTo(id, family));
    }

    /** True when it has a finding of this identity at this level. */
    boolean has(GapIdentity identity, Level level) {
        return former(identity).stream().anyMatch(id -> photograph.has(id, level));
    }

    /** True when it does not name every gap of this check. */
    boolean cutShort(GapIdentity identity) {
        CheckFamily family = families.of(identity.specification(), identity.check());
        return former(identity).stream().anyMatch(id -> photograph.cutShort(id, family));
    }

    private List<GapIdentity> former(GapIdentity identity) {
        return predecessors.getOrDefault(identity.specification(), Set.of()).stream()
                .map(identity::under)
                .toList();
    }
}
