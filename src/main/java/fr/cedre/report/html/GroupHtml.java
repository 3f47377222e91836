package fr.cedre.report.html;

import fr.cedre.group.GroupResult;
import fr.cedre.report.GroupRenderer;
import fr.cedre.report.RenderOptions;
import java.io.IOException;

/** {@code cedre check} on a group as a page: members and chapters, who blocks whom, what several miss, then each member. */
public final class GroupHtml implements GroupRenderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public GroupHtml(String version) {
        this.version = version;
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        Templates.render("groupe.jte", GroupPage.of(result, "cedre " + version), out);
    }
}
