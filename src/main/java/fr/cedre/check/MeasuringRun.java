package fr.cedre.check;

import java.util.List;

/** A run that also gives a table of measures, whatever its findings. */
public interface MeasuringRun {
    /** The measures, in time order. */
    List<Measure> measures();
}
