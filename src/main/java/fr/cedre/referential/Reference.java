package fr.cedre.referential;

import org.jspecify.annotations.Nullable;

/**
 * Where the requirement stands in the source text.
 *
 * @param section as printed ("6.1 G", "3.2")
 * @param page page foot of the source ("16", "16-17"), or null
 */
public record Reference(String section, @Nullable String page) {
    /** {@code § 6.1 G, p. 16}; {@code CAP 1.2.3} when the section is not a bare number. */
    @Override
    public String toString() {
        boolean number = !section.isEmpty() && Character.isDigit(section.charAt(0));
        return (number ? "§ " : "") + section + (page == null ? "" : ", p. " + page);
    }
}
