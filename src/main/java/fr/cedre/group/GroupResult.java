package fr.cedre.group;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.evaluation.Threshold;
import fr.cedre.problem.Problem;
import fr.cedre.referential.GroupRule;
import fr.cedre.referential.Referential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a group.
 *
 * @param group who it is
 * @param period controlled period
 * @param threshold from what a member is said to fail
 * @param members results in the order of {@code groupe.yaml}
 */
public record GroupResult(Group group, Period period, Threshold threshold, List<Member> members) {

    /** Copies the list. */
    public GroupResult {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param folder its folder, as written in {@code groupe.yaml}
     * @param evaluation its result, or null when it could not be checked
     * @param error why it could not, or null
     * @param problems what was wrong then
     */
    public record Member(
            String folder,
            @Nullable Evaluation evaluation,
            @Nullable String error,
            List<Problem> problems) {
        /** Copies the list. */
        public Member {
            problems = List.copyOf(problems);
        }

        /** Name of the structure, or its folder. */
        public String name() {
            return evaluation == null ? folder : evaluation.structure().name();
        }

        /** True when nothing could be told of it: not asked for. */
        public boolean skipped() {
            return evaluation == null && error == null;
        }
    }

    /** True when a member fails, or could not be checked. */
    public boolean fails(Member member) {
        Evaluation evaluation = member.evaluation();
        if (evaluation == null) {
            return member.error() != null;
        }
        return evaluation.anyUnusable() || threshold.reached(evaluation);
    }

    /** Members that fail. */
    public List<Member> failing() {
        return members.stream().filter(this::fails).toList();
    }

    /** Members that were checked or should have been. */
    public List<Member> concerned() {
        return members.stream().filter(m -> !m.skipped()).toList();
    }

    /** The referential of every member, or null when they differ. */
    public @Nullable Referential referential() {
        Referential common = null;
        for (Member member : members) {
            Evaluation evaluation = member.evaluation();
            if (evaluation == null) {
                continue;
            }
            if (common == null) {
                common = evaluation.referential();
            } else if (!common.id().equals(evaluation.referential().id())) {
                return null;
            }
        }
        return common;
    }

    /** Every referential met, in order. */
    public List<Referential> referentials() {
        Map<String, Referential> all = new LinkedHashMap<>();
        for (Member member : members) {
            if (member.evaluation() != null) {
                Referential one = member.evaluation().referential();
                all.putIfAbsent(one.id(), one);
            }
        }
        return new ArrayList<>(all.values());
    }

    /** The rule that applies: the referential's, or the group's choice where it leaves one; each for itself when members differ. */
    public GroupRule rule() {
        Referential common = referential();
        if (common == null) {
            return GroupRule.byMember();
        }
        GroupRule rule = common.groupRule();
        if (rule.kind() != GroupRule.Kind.AU_CHOIX) {
            return rule;
        }
        boolean joint = Boolean.TRUE.equals(group.joint());
        return new GroupRule(joint ? GroupRule.Kind.TOUT_OU_RIEN : GroupRule.Kind.PAR_MEMBRE, rule.why());
    }

    /** True when one failure fails them all. */
    public boolean allOrNothing() {
        return rule().kind() == GroupRule.Kind.TOUT_OU_RIEN;
    }

    /** True when the group as a whole fails: all-or-nothing, and a member does. */
    public boolean groupFails() {
        return allOrNothing() && !failing().isEmpty();
    }

    /** The counts of every member together. */
    public Summary summary() {
        List<SpecificationResult> results = new ArrayList<>();
        List<SpecificationResult> scope = new ArrayList<>();
        for (Member member : members) {
            if (member.evaluation() != null) {
                results.addAll(member.evaluation().results());
                scope.addAll(member.evaluation().scope());
            }
        }
        return Summary.of(results, scope);
    }

    /**
     * A specification that several members fail.
     *
     * @param id its id
     * @param title its title
     * @param gravity strongest gravity met
     * @param folders members that fail it, by folder, in order
     */
    public record Shared(String id, String title, Gravity gravity, List<String> folders) {
        /** Copies the list. */
        public Shared {
            folders = List.copyOf(folders);
        }
    }

    /** Specifications failed by at least two members: the most shared first, then the most serious, then in the order of the referential. */
    public List<Shared> shared() {
        Map<String, Set<String>> folders = new LinkedHashMap<>();
        Map<String, SpecificationResult> worst = new LinkedHashMap<>();
        for (Member member : members) {
            if (member.evaluation() == null) {
                continue;
            }
            List<SpecificationResult> all = new ArrayList<>(member.evaluation().scope());
            all.addAll(member.evaluation().results());
            for (SpecificationResult result : all) {
                if (result.status() == Status.ECART) {
                    String id = result.specification().id();
                    folders.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(member.folder());
                    worst.merge(id, result, (a, b) -> b.gravity() == Gravity.MAJEURE ? b : a);
                }
            }
        }
        List<String> order = order();
        List<Shared> shared = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : folders.entrySet()) {
            SpecificationResult result = worst.get(entry.getKey());
            if (entry.getValue().size() > 1 && result != null) {
                shared.add(new Shared(
                        entry.getKey(),
                        result.specification().title(),
                        result.gravity() == null ? Gravity.MINEURE : result.gravity(),
                        new ArrayList<>(entry.getValue())));
            }
        }
        shared.sort((a, b) -> {
            int byCount = Integer.compare(b.folders().size(), a.folders().size());
            int byGravity = byCount != 0 ? byCount : a.gravity().compareTo(b.gravity());
            return byGravity != 0 ? byGravity : Integer.compare(order.indexOf(a.id()), order.indexOf(b.id()));
        });
        return shared;
    }

    private List<String> order() {
        Set<String> ids = new LinkedHashSet<>();
        referentials().forEach(r -> {
            r.scope().forEach(s -> ids.add(s.id()));
            r.specifications().forEach(s -> ids.add(s.id()));
        });
        return new ArrayList<>(ids);
    }
}
