package fr.cedre.check;

import org.jspecify.annotations.Nullable;

/** A run that also tells where the structure places itself, whatever its findings. */
public interface PositioningRun {
    /** The position, or null when nobody gave a level. */
    @Nullable
    Position position();
}
