package fr.cedre.referential;

import org.jspecify.annotations.Nullable;

/**
 * One specification seen from another, for one type of structure.
 *
 * @param from origin, or null for a new one
 * @param to target, or null for one without sequel
 * @param fate fate
 * @param whole true when the origin covers the target in full: its proofs serve as they are
 * @param why what changes
 */
public record Link(@Nullable String from, @Nullable String to, Fate fate, boolean whole, String why) {

    /** The same link read from the other side; a proof of what asks more serves what asks less. */
    Link reversed() {
        boolean serves = switch (fate) {
            case SCINDEE -> true; // a proof of a part is a proof for what was split
            case IDENTIQUE, REFORMULEE, DEPLACEE, RENFORCEE -> whole;
            case ALLEGEE, FUSIONNEE, NOUVELLE, SUPPRIMEE -> false;
        };
        return new Link(to, from, fate.reversed(), serves, why);
    }
}
