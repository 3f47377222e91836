package fr.cedre.referential;

/**
 * The reading adopted where the text is ambiguous.
 *
 * @param code {@code A-xx}
 * @param adopted the reading, in one or two sentences
 */
public record Reading(String code, String adopted) {}
