package fr.cedre.report.html;

import fr.cedre.report.French;

/**
 * A count shown large.
 *
 * @param tone class of the style sheet
 * @param count how many
 * @param words of what
 */
public record Tile(String tone, long count, String words) {

    /** The count, in groups of three digits. */
    public String number() {
        return French.number(count);
    }
}
