package fr.cedre.review;

import fr.cedre.check.Level;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.GapIdentity;
import fr.cedre.evaluation.Sight;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows each gap from the photographs to the run of the day, and finds the word that says what became of it. */
final class Following {

    private static final Set<Motive> NOTHING_PROVEN =
            EnumSet.of(Motive.NON_VERIFIABLE, Motive.NON_LISTE, Motive.CONTROLE_CHANGE);

    private final Photograph now;
    private final List<Alignment> past;
    private final Families families;
    private final Set<String> declared;
    private final Function<LocalDate, List<Gap>> stretched;
    private final Map<String, Integer> gapsAt = new HashMap<>();
    private final Set<Gap> followed = new HashSet<>();
    private final Map<LocalDate, Map<GapIdentity, Gap>> longer = new HashMap<>();

    /**
     * What is followed.
     *
     * @param now the run of the day
     * @param past the reference first, then older photographs, from the latest to the oldest; empty at a first review
     * @param families checks of each specification now
     * @param declared types the structure declares
     * @param stretched the gaps of the day over a period that starts earlier; asked for once a start, and only when a gap is gone
     */
    Following(
            Photograph now,
            List<Alignment> past,
            Families families,
            Set<String> declared,
            Function<LocalDate, List<Gap>> stretched) {
        this.now = now;
        this.past = past;
        this.families = families;
        this.declared = declared;
        this.stretched = stretched;
    }

    /** What became of every gap: those of the day in their order, then those no longer found, in the order of the reference. */
    List<GapChange> changes() {
        List<Gap> gaps = now.gaps();
        Set<GapIdentity> today = new HashSet<>();
        for (Gap gap : gaps) {
            today.add(gap.identity());
            gapsAt.merge(Alignment.place(gap.identity()), 1, Integer::sum);
        }
        List<GapChange> changes = new ArrayList<>();
        for (Gap gap : gaps) {
            changes.add(present(gap));
        }
        Set<GapIdentity> told = new HashSet<>(today);
        for (int i = 0; i < past.size(); i++) {
            for (Gap gap : past.get(i).gaps()) {
                List<GapIdentity> identities = past.get(i).identities(gap);
                boolean open = !followed.contains(gap)
                        && identities.stream().noneMatch(told::contains)
                        && stayedOpen(identities.get(0), i);
                if (open && underControl(past.get(i), gap)) {
                    changes.add(gone(gap, i));
                }
                told.addAll(identities);
            }
        }
        return changes;
    }

    private static LocalDate day(Photograph photograph) {
        return photograph.period().end();
    }

    private @Nullable Gap find(Alignment photograph, GapIdentity identity) {
        boolean alone = gapsAt.getOrDefault(Alignment.place(identity), 0) == 1;
        Gap found = photograph.find(identity, alone);
        // A check that still bears its name, here or under another specification that took up a part of it, is another
        // check.
        boolean other = found != null
                && !found.identity().check().equals(identity.check())
                && photograph.identities(found).stream().anyMatch(id -> families.knows(id.specification(), id.check()));
        return other ? null : found;
    }

    private GapChange present(Gap gap) {
        GapIdentity identity = gap.identity();
        Gap before = null;
        Alignment where = null;
        LocalDate since = day(now);
        LocalDate first = since;
        boolean unbroken = true;
        boolean cameBack = false;
        LocalDate lifted = null;
        LocalDate later = day(now);
        for (Alignment photograph : past) {
            Gap then = find(photograph, identity);
            LocalDate day = day(photograph.photograph());
            if (then != null) {
                followed.add(then);
                first = day;
                if (unbroken) {
                    since = day;
                    where = before == null ? photograph : where;
                    before = before == null ? then : before;
                } else if (!cameBack) {
                    cameBack = true;
                    lifted = later;
                }
            } else if (!photograph.blindTo(identity)) {
                unbroken = false;
                later = day;
            }
        }
        if (before != null && where != null) {
            int moved = Distance.moved(before, gap);
            Change change = moved > 0 ? Change.AGGRAVE : moved < 0 ? Change.ALLEGE : Change.PERSISTANT;
            String former = before.identity().specification();
            return new GapChange(
                    gap,
                    before,
                    change,
                    null,
                    since,
                    first,
                    null,
                    title(now, identity.specification()),
                    now.referential(),
                    former.equals(identity.specification()) ? null : former);
        }
        if (cameBack) {
            return bare(gap, Change.ROUVERT, null, since, first, lifted);
        }
        return bare(gap, Change.NOUVEAU, whyNew(identity), since, first, null);
    }

    private GapChange bare(
            Gap gap,
            Change change,
            @Nullable Motive motive,
            LocalDate since,
            LocalDate first,
            @Nullable LocalDate lifted) {
        String title = title(now, gap.identity().specification());
        return new GapChange(gap, null, change, motive, since, first, lifted, title, now.referential(), null);
    }

    private static String title(Photograph photograph, String specification) {
        List<Photograph.State> states = photograph.states(specification);
        return states.isEmpty() ? "" : states.get(0).title();
    }

    private @Nullable Motive whyNew(GapIdentity identity) {
        if (past.isEmpty()) {
            return null;
        }
        Alignment reference = past.get(0);
        Succession succession = reference.succession();
        if (succession.basis() == Succession.Basis.CORRESPONDANCES && !succession.takesUp(identity.specification())) {
            return Motive.EXIGENCE_NOUVELLE;
        }
        if (reference.ignores(identity.specification())) {
            return Motive.NON_CONTROLE;
        }
        if (reference.has(identity, Level.POINT_SENSIBLE)) {
            return Motive.ETAIT_POINT_SENSIBLE;
        }
        if (reference.cutShort(identity)) {
            return Motive.NON_LISTE;
        }
        return reference.blindTo(identity) ? Motive.ETAIT_A_EXAMINER : null;
    }

    /** A gap of an older photograph is still open at the reference when every photograph since was unable to see it. */
    private boolean stayedOpen(GapIdentity identity, int at) {
        for (int i = 0; i < at; i++) {
            if (!past.get(i).blindTo(identity)) {
                return false;
            }
        }
        return true;
    }

    /** False for what a restricted run did not look at. */
    private boolean underControl(Alignment photograph, Gap gap) {
        List<String> successors = photograph.succession().of(gap.identity().specification());
        boolean known = successors.isEmpty()
                || successors.stream().anyMatch(id -> !now.states(id).isEmpty());
        boolean type = gap.types().isEmpty()
                || gap.types().stream().anyMatch(t -> controlled().contains(t) || !declared.contains(t));
        return !now.restricted() || (known && type);
    }

    private Set<String> controlled() {
        Set<String> codes = new HashSet<>();
        now.types().forEach(t -> codes.add(t.code()));
        return codes;
    }

    private GapChange gone(Gap gap, int at) {
        Alignment photograph = past.get(at);
        List<GapIdentity> identities = photograph.identities(gap);
        LocalDate since = day(photograph.photograph());
        LocalDate first = since;
        boolean unbroken = true;
        for (Alignment older : past.subList(at + 1, past.size())) {
            GapIdentity known = identities.stream()
                    .filter(id -> older.find(id, true) != null)
                    .findFirst()
                    .orElse(null);
            if (known != null) {
                first = day(older.photograph());
                since = unbroken ? first : since;
            } else if (!older.blindTo(identities.get(0))) {
                unbroken = false;
            }
        }
        List<String> successors = photograph.succession().of(gap.identity().specification());
        LocalDate start = photograph.photograph().period().start();
        Motive motive = whyGone(gap, identities, photograph.succession(), start);
        Change change = NOTHING_PROVEN.contains(motive) ? Change.A_VERIFIER : Change.LEVE;
        String former = gap.identity().specification();
        boolean followed = !successors.isEmpty();
        String current = followed ? successors.get(0) : former;
        String title = title(now, current);
        return new GapChange(
                current.equals(former) ? gap : gap.as(identities.get(0)),
                gap,
                change,
                motive,
                since,
                first,
                null,
                followed && !title.isEmpty() ? title : title(photograph.photograph(), former),
                followed ? now.referential() : photograph.photograph().referential(),
                current.equals(former) ? null : former);
    }

    private Motive whyGone(Gap gap, List<GapIdentity> identities, Succession succession, LocalDate start) {
        List<String> successors = succession.of(gap.identity().specification());
        if (successors.isEmpty()) {
            return Motive.PLUS_DEMANDE;
        }
        if (!gap.types().isEmpty() && gap.types().stream().noneMatch(controlled()::contains)) {
            return Motive.TYPE_RETIRE;
        }
        List<Photograph.State> states =
                successors.stream().flatMap(id -> now.states(id).stream()).toList();
        String check = gap.identity().check();
        if (identities.stream().anyMatch(id -> now.cutShort(id, families.of(id.specification(), check)))) {
            return Motive.NON_LISTE;
        }
        if (identities.stream().anyMatch(id -> now.blindTo(id, families.of(id.specification(), check)))) {
            return Motive.NON_VERIFIABLE;
        }
        if (identities.stream().anyMatch(id -> now.has(id, Level.POINT_SENSIBLE))) {
            return Motive.RESTE_POINT_SENSIBLE;
        }
        for (GapIdentity identity : identities) {
            Gap before = overPeriodFrom(start).get(identity);
            if (before != null && same(before.measure(), gap.measure()) && same(before.threshold(), gap.threshold())) {
                return Motive.HORS_PERIODE;
            }
        }
        if (states.stream().allMatch(s -> s.status() == Status.SANS_OBJET)) {
            return Motive.SANS_OBJET;
        }
        boolean met = states.stream().allMatch(s -> s.status() == Status.CONFORME || s.status() == Status.SANS_OBJET);
        boolean known = successors.stream().anyMatch(id -> families.knows(id, check));
        boolean whole = succession.wholly(gap.identity().specification())
                && (succession.basis() == Succession.Basis.MEME_REFERENTIEL
                        || successors.stream().noneMatch(families::selfAssessed));
        boolean general = known && Sight.general(check); // said of any specification: the name proves nothing elsewhere
        return (known && (!general || whole)) || (met && whole) ? Motive.CORRIGE : Motive.CONTROLE_CHANGE;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private Map<GapIdentity, Gap> overPeriodFrom(LocalDate start) {
        return longer.computeIfAbsent(start, from -> {
            Map<GapIdentity, Gap> all = new HashMap<>();
            stretched.apply(from).forEach(gap -> all.put(gap.identity(), gap));
            return all;
        });
    }
}
