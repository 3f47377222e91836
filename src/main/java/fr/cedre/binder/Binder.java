package fr.cedre.binder;

import fr.cedre.dossier.Evidence;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a binder holds, before anything is written.
 *
 * @param evaluation the control it shows
 * @param entries one for each result: those about the scope itself first, then the specifications in the order of the referential
 * @param attachments files to copy, in the order in which the entries name them
 * @param missing proofs that are missing, in the order of the entries, then the files the folder lacks
 * @param proofs every proof that the folder cites, in its order, or those that serve the entries when the control is restricted
 */
public record Binder(
        Evaluation evaluation,
        List<Entry> entries,
        List<Attachment> attachments,
        List<MissingProof> missing,
        List<Filed> proofs) {

    /** Page to open first. */
    public static final String INDEX = "index.html";

    /** Copies the lists. */
    public Binder {
        entries = List.copyOf(entries);
        attachments = List.copyOf(attachments);
        missing = List.copyOf(missing);
        proofs = List.copyOf(proofs);
    }

    /**
     * One specification for one type.
     *
     * @param result its result
     * @param proofs proofs that serve it, in the order of {@code preuves.csv}; those that do not count too
     * @param missing proofs it lacks
     */
    public record Entry(SpecificationResult result, List<Filed> proofs, List<MissingProof> missing) {
        /** Copies the lists. */
        public Entry {
            proofs = List.copyOf(proofs);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A proof and its file.
     *
     * @param evidence the proof
     * @param attachment its file, or null when it has none in the binder
     * @param withheld file it cites that stays in the folder, or null
     */
    public record Filed(
            Evidence evidence,
            @Nullable Attachment attachment,
            @Nullable String withheld) {}

    /**
     * A file to copy.
     *
     * @param source path in the folder, with {@code /}
     * @param target path in the binder, with {@code /}, fit for any system
     */
    public record Attachment(String source, String target) {}
}
