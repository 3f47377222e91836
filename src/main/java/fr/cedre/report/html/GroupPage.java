package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.GroupResult;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.DiffWords;
import fr.cedre.report.French;
import fr.cedre.report.GroupWords;
import fr.cedre.report.TextFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The control of a group.
 *
 * @param frame what surrounds it
 * @param headline who fails, and what it means for the others
 * @param tone of the headline
 * @param tiles counts of all members
 * @param blocking who blocks whom, or none
 * @param filter by state and type
 * @param grids members and chapters, one for each referential
 * @param sharedCaption how to read what follows
 * @param shared specifications that several members fail
 * @param members each member
 * @param troubles what could not be read, of all members
 */
public record GroupPage(
        Frame frame,
        String headline,
        String tone,
        List<Tile> tiles,
        List<Frame.Line> blocking,
        Filter filter,
        List<Grid> grids,
        String sharedCaption,
        List<Shared> shared,
        List<Member> members,
        List<Trouble> troubles) {

    private static final String ZONE = "groupe";

    /** Copies the lists. */
    public GroupPage {
        tiles = List.copyOf(tiles);
        blocking = List.copyOf(blocking);
        grids = List.copyOf(grids);
        shared = List.copyOf(shared);
        members = List.copyOf(members);
        troubles = List.copyOf(troubles);
    }

    /** A specification that several members fail. */
    public record Shared(Badge gravity, String title, String count, List<Link> members) {
        /** Copies the list. */
        public Shared {
            members = List.copyOf(members);
        }
    }

    /** A member, and where it stands in the page, or null. */
    public record Link(String title, @Nullable String anchor) {}

    /**
     * A member.
     *
     * @param anchor {@code id} of its title
     * @param tags what filters sort it by
     * @param title name and folder
     * @param state where it stands
     * @param gist counts, or nothing
     * @param lines referential, types, rate; why it could not be read
     * @param sheets its gaps, the most serious first
     */
    public record Member(
            String anchor,
            String tags,
            String title,
            Badge state,
            String gist,
            List<Frame.Line> lines,
            List<GapSheet> sheets) {
        /** Copies the lists. */
        public Member {
            lines = List.copyOf(lines);
            sheets = List.copyOf(sheets);
        }
    }

    /** The page. */
    static GroupPage of(GroupResult result, String tool) {
        Map<String, String> anchors = new HashMap<>();
        for (GroupResult.Member member : result.members()) {
            anchors.put(member.folder(), "membre-" + (anchors.size() + 1));
        }
        List<Member> members = result.members().stream()
                .map(m -> member(result, m, String.valueOf(anchors.get(m.folder()))))
                .toList();
        List<Shared> shared =
                result.shared().stream().map(s -> shared(result, s, anchors)).toList();
        List<Trouble> troubles = troubles(result);
        List<Frame.Anchor> contents = new ArrayList<>();
        Heads.anchor(contents, true, "matrice", "Membres et chapitres");
        Heads.anchor(contents, !shared.isEmpty(), "mutualiser", "À mutualiser");
        Heads.anchor(contents, true, "membres", "Membre par membre");
        Heads.anchor(contents, !troubles.isEmpty(), "problemes", "Problèmes de lecture");
        return new GroupPage(
                new Frame(result.group().name(), "Contrôle avant audit d'un groupe", identity(result), contents, tool),
                GroupWords.verdict(result),
                tone(result),
                tiles(result),
                blocking(result),
                filter(result),
                GroupGrids.of(result, anchors),
                "Écarts partagés par plusieurs membres : un même outil, un même document ou une même formation peut servir à"
                        + " tous.",
                shared,
                members,
                troubles);
    }

    private static List<Frame.Line> identity(GroupResult result) {
        List<Frame.Line> lines = new ArrayList<>();
        lines.add(new Frame.Line(
                "Groupe",
                result.group().name() + " (" + French.count(result.members().size(), "membre") + ")"));
        lines.add(Heads.audit(result.period()));
        lines.add(new Frame.Line("Règle", GroupWords.rule(result)));
        result.referentials().forEach(r -> lines.addAll(Heads.referential("Référentiel", r)));
        if (result.referentials().size() > 1) {
            lines.add(new Frame.Line("Attention", GroupWords.SEVERAL));
        }
        return lines;
    }

    private static String tone(GroupResult result) {
        if (result.failing().isEmpty()) {
            return "conforme";
        }
        boolean serious = result.failing().stream().anyMatch(m -> {
            Evaluation evaluation = m.evaluation();
            return evaluation == null
                    || evaluation.anyUnusable()
                    || evaluation.summary().majeures() > 0;
        });
        return serious ? "majeure" : "mineure";
    }

    private static List<Tile> tiles(GroupResult result) {
        Summary summary = result.summary();
        int failing = result.failing().size();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                failing == 0 ? "conforme" : "majeure",
                failing,
                (failing < 2 ? "membre en défaut" : "membres en défaut") + " sur "
                        + result.concerned().size()));
        tiles.add(new Tile(
                "majeure",
                summary.majeures(),
                French.plural(summary.majeures(), "écart") + " " + French.plural(summary.majeures(), "majeur")));
        tiles.add(new Tile(
                "mineure",
                summary.mineures(),
                French.plural(summary.mineures(), "écart") + " " + French.plural(summary.mineures(), "mineur")));
        tiles.add(new Tile("a_examiner", summary.aExaminer(), "à examiner"));
        tiles.add(new Tile("conforme", summary.verified(), French.plural(summary.verified(), "conforme")));
        if (summary.situes() > 0) {
            tiles.add(new Tile("", summary.situes(), summary.situes() < 2 ? "objectif situé" : "objectifs situés"));
        }
        tiles.add(new Tile("sans_objet", summary.sansObjet(), "sans objet"));
        return tiles;
    }

    private static List<Frame.Line> blocking(GroupResult result) {
        if (!result.groupFails()) {
            return List.of();
        }
        List<Frame.Line> lines = new ArrayList<>();
        lines.add(new Frame.Line("En défaut", names(result.failing())));
        List<GroupResult.Member> blocked = GroupWords.blocked(result);
        lines.add(new Frame.Line("Bloqués par eux", blocked.isEmpty() ? "aucun autre membre" : names(blocked)));
        return lines;
    }

    private static String names(List<GroupResult.Member> members) {
        return members.stream().map(GroupResult.Member::name).collect(java.util.stream.Collectors.joining(", "));
    }

    private static Filter filter(GroupResult result) {
        List<Filter.Option> states = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (GroupResult.Member member : result.members()) {
            met.add(state(result, member));
            if (member.evaluation() != null) {
                member.evaluation().types().forEach(t -> types.add(t.code()));
            }
        }
        for (Filter.Option option : List.of(
                new Filter.Option("defaut", "en défaut"),
                new Filter.Option("tient", "sans défaut"),
                new Filter.Option("non-lu", "non contrôlé"),
                new Filter.Option("non-concerne", "non concerné"))) {
            if (met.contains(option.value())) {
                states.add(option);
            }
        }
        return new Filter(
                ZONE,
                "Trier les membres",
                List.of(
                        new Filter.Choice("etat", "État", "Tous les membres", states),
                        new Filter.Choice(
                                "type",
                                "Type de structure",
                                "Tous les types",
                                types.stream()
                                        .sorted()
                                        .map(t -> new Filter.Option(t, t))
                                        .toList())));
    }

    private static String state(GroupResult result, GroupResult.Member member) {
        return member.skipped()
                ? "non-concerne"
                : member.evaluation() == null ? "non-lu" : result.fails(member) ? "defaut" : "tient";
    }

    static String tags(GroupResult result, GroupResult.Member member) {
        Filter.Tags tags = new Filter.Tags().with("etat", state(result, member));
        if (member.evaluation() != null) {
            member.evaluation().types().forEach(t -> tags.with("type", t.code()));
        }
        return tags.toString();
    }

    static Badge badge(GroupResult result, GroupResult.Member member) {
        return switch (state(result, member)) {
            case "defaut" ->
                new Badge(
                        member.evaluation() != null
                                        && member.evaluation().summary().majeures() > 0
                                ? "majeure"
                                : "mineure",
                        "✗",
                        "en défaut");
            case "tient" -> new Badge("conforme", "✓", "sans défaut");
            case "non-lu" -> new Badge("majeure", "✗", "non contrôlé");
            default -> new Badge("sans_objet", "–", "non concerné par les types demandés");
        };
    }

    private static Member member(GroupResult result, GroupResult.Member member, String anchor) {
        Evaluation evaluation = member.evaluation();
        List<Frame.Line> lines = new ArrayList<>();
        List<GapSheet> sheets = new ArrayList<>();
        String title = member.name();
        String gist = "";
        if (evaluation == null) {
            if (member.error() != null) {
                lines.add(new Frame.Line("Pourquoi", member.error()));
            }
        } else {
            title = member.name() + " (" + member.folder() + ")";
            lines.add(new Frame.Line("Types", DiffWords.types(evaluation.types())));
            if (result.referentials().size() > 1) {
                lines.add(new Frame.Line("Référentiel", evaluation.referential().id()));
            }
            gist = String.join(" · ", ClosingWords.counts(evaluation));
            if (ClosingWords.checked(evaluation)) {
                lines.add(new Frame.Line("Calcul", ClosingWords.rate(evaluation.summary(), evaluation.restricted())));
            }
            ClosingWords.firstToDo(evaluation)
                    .ifPresent(first -> lines.add(new Frame.Line("Priorité", ClosingWords.capitalised(first))));
            for (Gravity gravity : Gravity.values()) {
                for (SpecificationResult gap : TextFindings.gaps(evaluation, gravity)) {
                    sheets.add(GapSheet.gap(gap));
                }
            }
        }
        return new Member(anchor, tags(result, member), title, badge(result, member), gist, lines, sheets);
    }

    private static Shared shared(GroupResult result, GroupResult.Shared shared, Map<String, String> anchors) {
        Map<String, String> names = new HashMap<>();
        result.members().forEach(m -> names.put(m.folder(), m.name()));
        return new Shared(
                Badge.gap(shared.gravity()),
                shared.id() + " " + shared.title(),
                shared.folders().size() + " membres sur " + result.concerned().size(),
                shared.folders().stream()
                        .map(f -> new Link(String.valueOf(names.get(f)), anchors.get(f)))
                        .toList());
    }

    private static List<Trouble> troubles(GroupResult result) {
        List<Trouble> troubles = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            (evaluation == null ? member.problems() : evaluation.problems())
                    .forEach(p -> troubles.add(Heads.trouble(member.folder(), p)));
        }
        return troubles;
    }
}
