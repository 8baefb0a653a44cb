package cellwright.store;

import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.engine.StepKind;
import cellwright.engine.Tally;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;

/**
 * A line of a Battery Data Format table, counted as the format counts: a step that goes on after an interruption is a step of its own.
 * What was not measured is NaN.
 *
 * @param testNanos time since the run began
 * @param index from 1 within the table
 * @param cycle number of the running or last cycle
 * @param stepCount number of the step in the run
 * @param path the protocol's step
 * @param stepType the format's code for it
 * @param stepNanos time since that step began
 * @param indexInStep from 1 within it
 * @param reading voltage, current, temperature, pressure
 * @param test charge and energy since the run began
 * @param inCycle charge and energy since that cycle began
 * @param setpointPascals the pressure set-point in force
 * @param point the frequency and impedance of a spectrum's line; NaN in all others
 */
record BdfLine(
        long testNanos,
        long index,
        int cycle,
        long stepCount,
        String path,
        String stepType,
        long stepNanos,
        long indexInStep,
        Reading reading,
        Tally test,
        Tally inCycle,
        double setpointPascals,
        Spectrum.Point point) {
    private static final Spectrum.Point NONE = new Spectrum.Point(Double.NaN, Double.NaN, Double.NaN, Quality.GOOD);

    static BdfLine of(Row row, long index, long stepNanos, long indexInStep) {
        return new BdfLine(
                row.testNanos(),
                index,
                row.cycle(),
                row.stepCount(),
                row.path(),
                row.kind().code(),
                stepNanos,
                indexInStep,
                row.reading(),
                row.test(),
                row.inCycle(),
                row.setpointPascals(),
                NONE);
    }

    /** The line of a spectrum's point, after the line of a reading at the state the spectrum was ordered in. */
    static BdfLine of(SpectrumRow row, long testNanos, long stepNanos) {
        return new BdfLine(
                testNanos,
                0,
                row.cycle(),
                row.stepCount(),
                row.path(),
                StepKind.SPECTRUM.code(),
                stepNanos,
                0,
                row.before(),
                row.test(),
                row.inCycle(),
                Double.NaN,
                NONE);
    }

    BdfLine at(long newIndex, long newIndexInStep, Spectrum.Point newPoint) {
        return new BdfLine(
                testNanos,
                newIndex,
                cycle,
                stepCount,
                path,
                stepType,
                stepNanos,
                newIndexInStep,
                reading,
                test,
                inCycle,
                setpointPascals,
                newPoint);
    }

    /** What was counted until a later line. */
    BdfLine countedAs(BdfLine later) {
        return new BdfLine(
                Math.max(testNanos, later.testNanos),
                index,
                Math.max(cycle, later.cycle),
                Math.max(stepCount, later.stepCount),
                path,
                stepType,
                stepNanos,
                indexInStep,
                reading,
                later.test,
                later.inCycle,
                later.setpointPascals,
                point);
    }

    double value(Signal signal) {
        return reading.value(signal);
    }
}
