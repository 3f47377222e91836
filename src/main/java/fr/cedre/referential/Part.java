package fr.cedre.referential;

/**
 * A group of chapters: a pillar, or a referential taken in whole by another.
 *
 * @param id id
 * @param title title
 */
public record Part(String id, String title) {}
