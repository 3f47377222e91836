package fr.cedre.review;

import fr.cedre.dossier.Period;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.Group;
import fr.cedre.group.GroupWork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every member of a group.
 *
 * @param group who it is
 * @param period controlled period
 * @param members reviews in the order of {@code groupe.yaml}, or why there is none
 */
public record GroupReview(Group group, Period period, List<GroupWork.Outcome<Review>> members) {

    /** Copies the list. */
    public GroupReview {
        members = List.copyOf(members);
    }

    /** The reviews there are. */
    public List<Review> reviews() {
        return members.stream()
                .map(GroupWork.Outcome::value)
                .filter(r -> r != null)
                .toList();
    }

    /** How many changes of each kind, all members together. */
    public Map<Change, Integer> counts() {
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            counts.put(change, 0);
        }
        reviews().forEach(r -> r.counts().forEach((change, n) -> counts.merge(change, n, Integer::sum)));
        return counts;
    }

    /** The counts of statuses, all members together. */
    public Summary summary() {
        return Summary.of(
                reviews().stream()
                        .flatMap(r -> r.evaluation().results().stream())
                        .toList(),
                reviews().stream().flatMap(r -> r.evaluation().scope().stream()).toList());
    }
}
