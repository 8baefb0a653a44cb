package cellwright.lab.reproduce;

import cellwright.figure.Figure;

/** Draws an experiment from what its runs with one seed recorded. */
@FunctionalInterface
public interface Picture {
    /**
     * The figure; its note is written by the report.
     *
     * @throws RunFailed if a run that is needed did not come to its end
     * @throws IllegalArgumentException if what was recorded cannot be drawn
     */
    Figure of(Runs runs);
}
