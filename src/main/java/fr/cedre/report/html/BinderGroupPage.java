package fr.cedre.report.html;

import fr.cedre.binder.Binder;
import fr.cedre.binder.GroupBinder;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.group.GroupResult;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.French;
import fr.cedre.report.HeaderWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of the binder of a group: one line for each member, which leads to its own binder.
 *
 * @param frame what surrounds it
 * @param restricted true when only a part was asked for
 * @param members members in the order of the group
 */
public record BinderGroupPage(Frame frame, boolean restricted, List<Member> members) {

    /** Copies the list. */
    public BinderGroupPage {
        members = List.copyOf(members);
    }

    /**
     * A member.
     *
     * @param name structure, or folder when it could not be checked
     * @param href its binder, or null when it has none
     * @param types types under control
     * @param state class of its state
     * @param gist counts, or why there is no binder
     * @param missing how many proofs it lacks
     * @param files how many files are attached
     */
    public record Member(
            String name,
            @Nullable String href,
            String types,
            String state,
            String gist,
            String missing,
            String files) {}

    static BinderGroupPage of(String version, GroupBinder group) {
        GroupResult result = group.result();
        List<Frame.Line> head = new ArrayList<>();
        result.referentials()
                .forEach(r -> HeaderWords.referential("Référentiel", r)
                        .forEach(line -> head.add(new Frame.Line(line.name(), line.text()))));
        head.add(new Frame.Line("Audit", HeaderWords.audit(result.period())));
        return new BinderGroupPage(
                new Frame(
                        "Classeurs d'audit, " + result.group().name(),
                        "Contrôle avant audit, groupe",
                        head,
                        List.of(),
                        "cedre " + version),
                result.members().stream()
                        .anyMatch(m -> m.skipped()
                                || (m.evaluation() != null && m.evaluation().restricted())),
                group.parts().stream().map(BinderGroupPage::member).toList());
    }

    private static Member member(GroupBinder.Part part) {
        Evaluation evaluation = part.member().evaluation();
        Binder binder = part.binder();
        if (evaluation == null || binder == null) {
            String error = part.member().error();
            return new Member(
                    part.member().name(),
                    null,
                    "",
                    error == null ? "sans_objet" : "majeure",
                    error == null ? "non concerné par ce qui est demandé" : "n'a pas pu être contrôlé : " + error,
                    "",
                    "");
        }
        return new Member(
                part.member().name(),
                Hrefs.of(part.folder() + "/" + Binder.INDEX),
                HeaderWords.types(evaluation.types()),
                BinderIndexMaker.tone(evaluation),
                String.join(" · ", ClosingWords.counts(evaluation)),
                French.number(binder.missing().size()),
                French.number(binder.attachments().size()));
    }
}
