package fr.cedre.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first page of a binder shows, in its order.
 *
 * @param frame what surrounds it
 * @param warnings what the reader must know before anything else
 * @param verdict the result in one line
 * @param verdictState state of the verdict line
 * @param notes rate, and what the document is not
 * @param missing proofs that are missing
 * @param chapters specifications in the order of the referential
 * @param decisions judgements and non-applicabilities, with what became of each
 * @param proofs every proof
 * @param files files read, with their fingerprints
 */
public record BinderIndex(
        Frame frame,
        List<String> warnings,
        String verdict,
        String verdictState,
        List<String> notes,
        List<Lacking> missing,
        List<Part> chapters,
        List<Frame.Line> decisions,
        List<Proof> proofs,
        List<Read> files) {

    /** Copies the lists. */
    public BinderIndex {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        missing = List.copyOf(missing);
        chapters = List.copyOf(chapters);
        decisions = List.copyOf(decisions);
        proofs = List.copyOf(proofs);
        files = List.copyOf(files);
    }

    /** A link; the reference is percent-encoded. */
    public record Link(String href, String text) {}

    /** A missing proof: its page, who waits for it, what was found instead. */
    public record Lacking(Link page, Badge state, List<Link> waiting, String found) {
        /** Copies the list. */
        public Lacking {
            waiting = List.copyOf(waiting);
        }
    }

    /** A chapter, and its specifications. */
    public record Part(String anchor, String title, List<Entry> entries) {
        /** Copies the list. */
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A specification.
     *
     * @param anchor {@code id} of its sheet
     * @param label identifier, with the type when the result is not common
     * @param title title
     * @param reference place in the source text
     * @param state its state
     * @param held what speaks for it, counted
     * @param requirement requirement reworded
     * @param facts named lines: reason, judgement, level, registers
     * @param proofs proofs that serve it
     * @param missing pages of what it lacks
     * @param findings what was found
     */
    public record Entry(
            String anchor,
            String label,
            String title,
            String reference,
            Badge state,
            String held,
            String requirement,
            List<Frame.Line> facts,
            List<Proof> proofs,
            List<Link> missing,
            List<Found> findings) {

        /** Copies the lists. */
        public Entry {
            facts = List.copyOf(facts);
            proofs = List.copyOf(proofs);
            missing = List.copyOf(missing);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A proof.
     *
     * @param ref reference
     * @param document what it is, from the catalogue of documents
     * @param dates version, validation, review, expiry
     * @param defect why it does not count, or empty
     * @param file its copy, or null
     * @param instead what is said where there is no copy
     * @param serving specifications that it serves, where they are not known otherwise
     */
    public record Proof(
            String ref,
            String document,
            String dates,
            String defect,
            @Nullable Link file,
            String instead,
            List<Link> serving) {

        /** Copies the lists. */
        public Proof {
            serving = List.copyOf(serving);
        }
    }

    /** A finding; the advice is empty when the next one says the same. */
    public record Found(Badge state, String message, String place, String advice) {}

    /** A file of the folder: how it was read, its fingerprint, its copy or null. */
    public record Read(
            String file,
            String how,
            String fingerprint,
            @Nullable Link copy) {}
}
