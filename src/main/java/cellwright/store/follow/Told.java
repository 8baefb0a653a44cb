package cellwright.store.follow;

import cellwright.engine.Effect;

/**
 * What the engine reported of a run.
 *
 * @param run of which run
 * @param report what
 * @param unixNanos wall-clock label, nanoseconds since 1970 UTC; of rows, of cycles and of points of spectra, no two of
 *     a run have the same one, and it is the same every time the run is replayed
 */
public record Told(RunLabel run, Effect.Report report, long unixNanos) {}
