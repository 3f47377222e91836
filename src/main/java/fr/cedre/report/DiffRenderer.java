package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import java.io.IOException;

/** Writes what changes between two referentials, or what it means for one structure; the same promise as {@link Renderer}. */
public interface DiffRenderer {

    /** What changes between two referentials. */
    void comparison(Comparison comparison, RenderOptions options, Appendable out) throws IOException;

    /** What it means for one structure. */
    void transition(Transition transition, RenderOptions options, Appendable out) throws IOException;
}
