package cellwright.benchmarks;

import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Row;
import cellwright.engine.StepKind;
import cellwright.engine.Tally;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.store.columns.Ingest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows as an engine would record them, without one: a cell that is a straight line, a thousand rows a cycle, with the resolution and
 * the noise of an instrument. The same ones every time. One thread.
 */
final class QuantisedRows {
    static final long TICK = 100_000_000L;
    private static final int ROWS_A_STEP = 500;
    private static final double AMPS = 1e-3;

    private final SplittableRandom noise = new SplittableRandom(20260901);
    private long index;
    private int cycle;
    private long step;
    private double coulombs;
    private Tally test = Tally.ZERO;
    private Tally inCycle = Tally.ZERO;
    private Tally inStep = Tally.ZERO;
    private final List<Effect> effects = new ArrayList<>();

    /** The next row. */
    Row next() {
        effects.clear();
        long at = index * TICK;
        if (index % ROWS_A_STEP == 0) {
            change(at);
        }
        double amps = step % 2 == 1 ? AMPS : -AMPS;
        double moved = amps * TICK * 1e-9;
        coulombs += moved;
        double volts = rounded(3.2 + 16 * coulombs + 50 * amps, 1e-4);
        test = test.plus(moved, moved * volts);
        inCycle = inCycle.plus(moved, moved * volts);
        inStep = inStep.plus(moved, moved * volts);
        Reading reading = Reading.at(
                at,
                Sample.good(Signal.VOLTAGE, volts),
                Sample.good(Signal.CURRENT, rounded(amps, 1e-7)),
                Sample.good(Signal.CHARGE, rounded(coulombs, 1e-9)),
                Sample.good(Signal.TEMPERATURE, rounded(298.15, 1e-2)),
                Sample.good(Signal.PRESSURE, rounded(5e6, 1e3)));
        index++;
        return new Row(
                index,
                reading,
                at,
                (index - 1) % ROWS_A_STEP * TICK,
                cycle,
                step,
                (index - 1) % ROWS_A_STEP + 1,
                step % 2 == 1 ? "steps/0/0" : "steps/0/1",
                step % 2 == 1 ? StepKind.CC_CHARGE : StepKind.CC_DISCHARGE,
                test,
                inCycle,
                inStep,
                Double.NaN);
    }

    private void change(long at) {
        if (step > 0) {
            effects.add(new Effect.StepEnded(at, step, "steps/0", "time"));
        }
        if (step % 2 == 0) {
            if (cycle > 0) {
                effects.add(new Effect.CycleEnded(new CycleFigures(cycle, at, at, inCycle, 1)));
            }
            cycle++;
            inCycle = Tally.ZERO;
        }
        step++;
        inStep = Tally.ZERO;
        effects.add(new Effect.StepBegan(at, step, "steps/0", "drive"));
    }

    /** A value as an instrument shows it: noise of about a digit, then whole digits. */
    private double rounded(double value, double digit) {
        return Math.rint(value / digit + noise.nextDouble(-0.8, 0.8)) * digit;
    }

    /** Hands the next row to a store, as an event of its own. */
    void into(Ingest ingest) throws IOException {
        Row row = next();
        effects.add(new Effect.Recorded(row));
        ingest.take(index, new Event.Measured(row.reading()), effects);
    }

    /** Leaves rows out. */
    void skip(int rows) {
        for (int i = 0; i < rows; i++) {
            next();
        }
    }
}
