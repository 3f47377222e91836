package fr.cedre.referential;

/**
 * A principle listed without verdict (V2 §§ 2.3, 2.4).
 *
 * @param id code, may be cited by proofs
 * @param title short title
 * @param text reworded principle
 * @param reference place in the source text
 */
public record Principle(String id, String title, String text, Reference reference) {}
