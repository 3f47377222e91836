package fr.cedre.review;

import fr.cedre.group.GroupWork;
import java.util.List;

/**
 * Whether the kept report of a group still describes each of its members.
 *
 * @param name name of the group
 * @param members verifications, or why there is none
 */
public record GroupVerification(String name, List<GroupWork.Outcome<Verification>> members) {

    /** Copies the list. */
    public GroupVerification {
        members = List.copyOf(members);
    }

    /** True when the report holds for every member. */
    public boolean holds() {
        return members.stream().allMatch(m -> m.value() != null && m.value().holds());
    }
}
