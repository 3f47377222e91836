package fr.cedre.report;

import fr.cedre.group.GroupResult;
import java.io.IOException;

/** Writes the result of a group in one format; the same promise as {@link Renderer}. */
public interface GroupRenderer {

    /** Writes the whole report; lines end with {@code \n}, the last one included. */
    void render(GroupResult result, RenderOptions options, Appendable out) throws IOException;
}
