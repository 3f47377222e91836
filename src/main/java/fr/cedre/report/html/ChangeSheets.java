package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Gap;
import fr.cedre.referential.Chapter;
import fr.cedre.report.DiffWords;
import fr.cedre.report.ReviewWords;
import fr.cedre.report.Words;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of gaps, as sheets: one for each specification and each change. */
final class ChangeSheets {

    private final Review review;
    private final Map<String, Chapter> chapters;
    private final Map<String, String> keys = new LinkedHashMap<>();

    ChangeSheets(Review review) {
        this.review = review;
        this.chapters = DiffWords.chapters(review.evaluation().referential());
        for (Chapter chapter : review.evaluation().referential().chapters()) {
            keys.put(chapter.id(), "c" + (keys.size() + 1));
        }
    }

    /** The sheets of one change, in order. */
    List<GapSheet> of(Change change) {
        Map<String, List<GapChange>> bySpecification = new LinkedHashMap<>();
        for (GapChange one : review.of(change)) {
            bySpecification
                    .computeIfAbsent(
                            one.gap().identity().specification() + ReviewWords.under(review, one),
                            key -> new ArrayList<>())
                    .add(one);
        }
        return bySpecification.values().stream().map(this::sheet).toList();
    }

    /** Chapters met, as a filter chooses among them. */
    List<Filter.Option> chapters() {
        Set<String> met = new LinkedHashSet<>();
        review.changes().forEach(c -> {
            Chapter chapter = chapters.get(c.gap().identity().specification());
            if (chapter != null) {
                met.add(chapter.id());
            }
        });
        return review.evaluation().referential().chapters().stream()
                .filter(c -> met.contains(c.id()))
                .map(c -> new Filter.Option(String.valueOf(keys.get(c.id())), c.id() + " " + c.title()))
                .toList();
    }

    private GapSheet sheet(List<GapChange> changes) {
        GapChange first = changes.get(0);
        Change change = first.change();
        String id = first.gap().identity().specification();
        boolean major = changes.stream().anyMatch(c -> c.gap().gravity() == Gravity.MAJEURE);
        Filter.Tags tags = new Filter.Tags()
                .with("changement", change.code())
                .with("gravite", major ? Gravity.MAJEURE.code() : Gravity.MINEURE.code());
        Chapter chapter = chapters.get(id);
        if (chapter != null) {
            tags.with("chapitre", String.valueOf(keys.get(chapter.id())));
        }
        types(changes).forEach(t -> tags.with("type", t));
        List<Badge> badges = new ArrayList<>();
        if (review.reference() != null) {
            badges.add(Badge.of(change));
        }
        badges.add(change.present() ? Badge.gap(major ? Gravity.MAJEURE : Gravity.MINEURE) : was(major));
        List<GapSheet.Item> items = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Gap gap = changes.get(i).gap();
            boolean wanted = change.present() || change == Change.A_VERIFIER;
            boolean again =
                    i + 1 < changes.size() && changes.get(i + 1).gap().advice().equals(gap.advice());
            items.add(new GapSheet.Item(
                    gap.message(),
                    gap.source() == null || !change.present() ? "" : Words.place(gap.source()),
                    review.reference() == null ? "" : ReviewWords.history(changes.get(i)),
                    wanted && !again ? gap.advice() : ""));
        }
        String title = first.title();
        return new GapSheet(
                tags.toString(),
                id + (title.isEmpty() ? "" : " " + title) + ReviewWords.under(review, first),
                badges,
                items);
    }

    private static Badge was(boolean major) {
        return new Badge("", "", major ? "était un écart majeur" : "était un écart mineur");
    }

    private List<String> types(List<GapChange> changes) {
        Set<String> types = new LinkedHashSet<>();
        for (GapChange change : changes) {
            if (change.gap().types().isEmpty()) {
                review.evaluation().types().stream().map(StructureType::code).forEach(types::add);
            }
            types.addAll(change.gap().types());
        }
        return new ArrayList<>(types);
    }
}
