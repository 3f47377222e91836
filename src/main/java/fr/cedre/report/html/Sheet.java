package fr.cedre.report.html;

import java.util.List;

/**
 * One specification in a report, whole: what is asked, how it was checked, what was found, what to do.
 *
 * @param anchor anchor
 * @param label identifier, with the type when the result is not common
 * @param title title
 * @param reference place in the source text, and its confidence when one is written
 * @param chapter id of its chapter, or {@code champ}
 * @param types types the result is about
 * @param gravity {@code majeure}, {@code mineure} or empty
 * @param status code of its status
 * @param state its state
 * @param open true when it calls for something
 * @param requirement requirement reworded
 * @param facts named lines: objective, reason, judgement, source…
 * @param groups findings, those of one check together
 * @param checks every check made
 * @param proofs proofs that cite it
 * @param registers registers that provided rows
 * @param advice what to do, or empty when findings say it
 */
public record Sheet(
        String anchor,
        String label,
        String title,
        String reference,
        String chapter,
        String types,
        String gravity,
        String status,
        Badge state,
        boolean open,
        String requirement,
        List<Frame.Line> facts,
        List<Group> groups,
        List<Made> checks,
        List<Proof> proofs,
        String registers,
        String advice) {

    /** Copies the lists. */
    public Sheet {
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
        checks = List.copyOf(checks);
        proofs = List.copyOf(proofs);
    }

    /**
     * Findings of one check and level.
     *
     * @param state level
     * @param check id of the check
     * @param findings those shown
     * @param rest how many more there are, in words, or empty
     */
    public record Group(Badge state, String check, List<Found> findings, String rest) {
        /** Copies the list. */
        public Group {
            findings = List.copyOf(findings);
        }
    }

    /** A finding; the advice is empty when the next one says the same. */
    public record Found(String message, String place, String measure, String advice) {}

    /** A check: its id, how it goes about it, what it concludes. */
    public record Made(String id, String how, String outcome, boolean clear) {}

    /** A proof: reference, what it is, version, dates, and why it does not count or nothing. */
    public record Proof(String ref, String nature, String version, String validated, String expires, String defect) {}

    /** True when it has a sensitive point. */
    boolean sensitive() {
        return groups.stream().anyMatch(g -> g.state().tone().equals("point_sensible"));
    }

    /** What filters look at. */
    public String tags() {
        Filter.Tags tags = new Filter.Tags().with("statut", status).with("chapitre", States.anchor("", chapter));
        if (!gravity.isEmpty()) {
            tags.with("gravite", gravity);
        }
        if (sensitive()) {
            tags.with("gravite", "point_sensible");
        }
        for (String type : types.split(" ", -1)) {
            tags.with("type", type);
        }
        return tags.toString();
    }
}
