package cellwright.engine;

import cellwright.protocol.program.Program;

/**
 * What does not change while a run goes on.
 *
 * @param runId the run's name
 * @param program what is executed
 * @param startedNanos when it began, monotonic
 * @param unixNanos wall-clock label of that instant
 */
public record Run(String runId, Program program, long startedNanos, long unixNanos) {}
