package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.GapIdentity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a gap as a plan carries it: ASCII, short, and made so that no spreadsheet takes it for a number or a date. The hash does not hold the
 * specification, which may be renumbered.
 *
 * @param specification identifier of the specification
 * @param hash first digits of the SHA-256 of the check and the object
 */
record PlanIdentity(String specification, String hash) {

    private static final int BYTES = 4;
    private static final Pattern SHAPE =
            Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79})#([0-9a-f]{8}(?:[0-9a-f]{8})?)");

    /** The identity that a cell holds, whatever a spreadsheet put around its parts, or null. */
    static @Nullable PlanIdentity read(String cell) {
        int cut = cell.lastIndexOf('#');
        if (cut < 0) {
            return null;
        }
        String before = cell.substring(cell.startsWith("'") ? 1 : 0, cut);
        Matcher matcher = SHAPE.matcher(ValueParser.trim(before)
                + '#'
                + ValueParser.trim(cell.substring(cut + 1)).toLowerCase(Locale.ROOT));
        return matcher.matches() ? new PlanIdentity(matcher.group(1), matcher.group(2)) : null;
    }

    /** The identity of each gap, in the order given. Two gaps of one specification that share 32 bits are told apart by 64. */
    static Map<PlanIdentity, Gap> of(List<Gap> gaps) {
        Map<GapIdentity, PlanIdentity> identities = new HashMap<>();
        Set<PlanIdentity> taken = new HashSet<>();
        for (GapIdentity gap : gaps.stream().map(Gap::identity).sorted().toList()) {
            PlanIdentity identity = of(gap, BYTES);
            if (!taken.add(identity)) {
                identity = of(gap, 2 * BYTES);
                taken.add(identity);
            }
            identities.put(gap, identity);
        }
        Map<PlanIdentity, Gap> all = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            PlanIdentity identity = identities.get(gap.identity());
            if (identity != null) {
                all.put(identity, gap);
            }
        }
        return all;
    }

    private static PlanIdentity of(GapIdentity gap, int bytes) {
        return new PlanIdentity(gap.specification(), hash(gap.check(), gap.object(), bytes));
    }

    private static String hash(String check, String object, int bytes) {
        return Fingerprint.of(check + '\n' + object, bytes);
    }

    /** True when this, written when its specification had another name, is the gap; the object may be that name itself. */
    boolean became(GapIdentity gap) {
        int bytes = hash.length() / 2;
        return hash.equals(hash(gap.check(), gap.object(), bytes))
                || (gap.object().equals(gap.specification()) && hash.equals(hash(gap.check(), specification, bytes)));
    }

    /** True when it may be about this object: surely not, when the check that found it is known and gives another hash. */
    boolean isAbout(@Nullable String check, String object) {
        return check == null || hash.equals(hash(check, object, hash.length() / 2));
    }

    @Override
    public String toString() {
        return specification + '#' + hash;
    }
}
