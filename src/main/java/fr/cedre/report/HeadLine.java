package fr.cedre.report;

/**
 * A named line of the head of a report.
 *
 * @param name what it is about
 * @param text what it says
 */
public record HeadLine(String name, String text) {}
