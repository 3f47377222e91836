package fr.cedre.binder;

import fr.cedre.check.Finding;
import fr.cedre.evaluation.SpecificationResult;
import java.util.List;

/**
 * A proof that an auditor would look for and not find.
 *
 * @param kind what is missing
 * @param page its page in the binder, with {@code /}
 * @param results specifications that lack it, never none
 * @param subject check that misses it, or for {@link Kind#FICHIER} the file as the folder would name it
 * @param findings what was found instead, never none
 * @param natures codes of the documents that would do, those that the check looks for first; indicative
 */
public record MissingProof(
        Kind kind,
        String page,
        List<SpecificationResult> results,
        String subject,
        List<Finding> findings,
        List<String> natures) {

    /** What is missing. */
    public enum Kind {
        /** Nothing at all for a specification. */
        AUCUNE_PREUVE,
        /** A document: absent, expired, without validation, too old or incomplete. */
        DOCUMENT,
        /** A file of the folder without which checks cannot conclude. */
        FICHIER
    }

    /** Copies the lists. */
    public MissingProof {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
        natures = List.copyOf(natures);
    }
}
