package fr.cedre.binder;

import fr.cedre.group.GroupResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The binders of a group, one in a folder for each member, so that each can be handed over alone.
 *
 * @param result the control of the group
 * @param parts one for each member, in the order of {@code groupe.yaml}
 */
public record GroupBinder(GroupResult result, List<Part> parts) {

    /** Copies the list. */
    public GroupBinder {
        parts = List.copyOf(parts);
    }

    /**
     * A member.
     *
     * @param member its result
     * @param folder its folder in the binder, or null when it has no binder: it could not be checked, or was not asked for
     * @param binder its binder, or null likewise
     */
    public record Part(
            GroupResult.Member member,
            @Nullable String folder,
            @Nullable Binder binder) {}

    /** The binders of a control. */
    public static GroupBinder of(GroupResult result) {
        SafeNames names = new SafeNames();
        List<Part> parts = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            if (member.evaluation() == null) {
                parts.add(new Part(member, null, null));
            } else {
                String own = member.folder().equals(".") ? "groupe" : member.folder();
                parts.add(new Part(member, names.unique("", SafeNames.of(own)), Filing.of(member.evaluation())));
            }
        }
        return new GroupBinder(result, parts);
    }
}
