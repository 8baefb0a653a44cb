package cellwright.engine;

import cellwright.instrument.Reading;

/**
 * A reading that the recording rules keep, with what the engine knew at that instant.
 *
 * @param index from 1, +1 for each row of the run
 * @param reading the reading itself
 * @param testNanos time since the run began
 * @param stepNanos the step's own time, without interruptions
 * @param cycle number of the running or last cycle, never decreasing; 0 before the first
 * @param stepCount number of the step in the run, from 1
 * @param indexInStep from 1 within the step
 * @param path the protocol's step
 * @param kind what kind of step
 * @param test charge and energy since the run began
 * @param inCycle charge and energy since that cycle began
 * @param inStep charge and energy since the step began
 * @param setpointPascals the pressure set-point in force; NaN if none was given
 */
public record Row(
        long index,
        Reading reading,
        long testNanos,
        long stepNanos,
        int cycle,
        long stepCount,
        long indexInStep,
        String path,
        StepKind kind,
        Tally test,
        Tally inCycle,
        Tally inStep,
        double setpointPascals) {}
