package fr.cedre.report.html;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.report.TextFindings;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A specification and what was found for it.
 *
 * @param tags what filters sort it by
 * @param title specification
 * @param badges its states
 * @param items what was found
 */
public record GapSheet(String tags, String title, List<Badge> badges, List<Item> items) {

    /** Copies the lists. */
    public GapSheet {
        badges = List.copyOf(badges);
        items = List.copyOf(items);
    }

    /** Tone of its gravity, or of what became of it. */
    public String tone() {
        String last = badges.get(badges.size() - 1).tone();
        return last.isEmpty() ? badges.get(0).tone() : last;
    }

    /**
     * One thing found.
     *
     * @param message fact
     * @param place where, and what was measured, or nothing
     * @param history since when, or nothing
     * @param advice what to do, or nothing
     */
    public record Item(String message, String place, String history, String advice) {}

    /** A gap as the run of the day finds it. */
    static GapSheet gap(SpecificationResult result) {
        List<Item> items = new ArrayList<>();
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        List<Finding> gaps = result.findings(Level.ECART);
        gaps.forEach(f ->
                byCheck.computeIfAbsent(f.check(), key -> new ArrayList<>()).add(f));
        for (List<Finding> similar : byCheck.values()) {
            similar.sort((a, b) -> Boolean.compare(rest(a), rest(b)));
            for (int i = 0; i < similar.size(); i++) {
                Finding finding = similar.get(i);
                // The same remedy is said once, after the last finding that calls for it.
                boolean again =
                        i + 1 < similar.size() && similar.get(i + 1).advice().equals(finding.advice());
                items.add(new Item(finding.message(), TextFindings.trace(finding), "", again ? "" : finding.advice()));
            }
        }
        if (items.isEmpty() && result.reason() != null) {
            items.add(new Item(result.reason(), "", "", result.specification().advice()));
        }
        for (Finding open : result.findings(Level.A_EXAMINER)) {
            items.add(new Item("Contrôle qui n'a pu être fait : " + open.message(), "", "", ""));
        }
        return new GapSheet("", Words.heading(result), List.of(Badge.of(result)), items);
    }

    private static boolean rest(Finding finding) {
        return finding.object().equals(CheckRun.REST);
    }
}
