package fr.cedre.referential;

/**
 * A definition of the glossary.
 *
 * @param term defined term
 * @param definition reworded
 * @param reference place in the source text ("2.5/1.11")
 */
public record Definition(String term, String definition, Reference reference) {}
