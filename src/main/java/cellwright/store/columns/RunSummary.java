package cellwright.store.columns;

import java.util.Optional;

/**
 * How a run stands by its store. Made in a time that does not depend on how long the run is.
 *
 * @param rows rows so far
 * @param events the run's events that were taken in
 * @param completeCycles cycles of which the engine said what they came to
 * @param step the running step, or the last one, with its rows so far
 * @param cycle rows of the running cycle, or of the last one; among the last numbers are the charge and energy of the run
 * @param spectra how many spectra there are
 */
public record RunSummary(
        long rows, long events, int completeCycles, Optional<StepRows> step, Optional<CycleRows> cycle, int spectra) {}
