package fr.cedre.report.html;

/**
 * Something the reader could not take as it stands.
 *
 * @param severity how much it matters
 * @param place where
 * @param message what
 */
public record Trouble(Badge severity, String place, String message) {}
