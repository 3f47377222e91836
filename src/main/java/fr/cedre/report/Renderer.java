package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import java.io.IOException;

/** Writes an evaluation in one format. The same evaluation and options give the same characters, whatever the machine. */
public interface Renderer {

    /**
     * Writes the whole report; lines end with {@code \n}, the last one included.
     *
     * @param out destination, neither flushed to disk nor closed
     */
    void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException;
}
