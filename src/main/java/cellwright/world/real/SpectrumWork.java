package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.util.function.ObjLongConsumer;

/**
 * Measuring a spectrum as a piece of a lane's work, which keeps the lane to itself for as long as it takes.
 *
 * @param terminal the analyser's
 * @param lane the lane it is on
 * @param occupancy freed when it is over, whatever came of it
 * @param order nothing is measured if it is struck out before
 * @param sweep what to measure
 * @param outcome told what came of it; the world's thread
 */
record SpectrumWork(Terminal terminal, Lane lane, Occupancy occupancy, Command order, Sweep sweep, Outcome outcome)
        implements Lane.Work {
    /**
     * What can come of it; the second argument is the time.
     *
     * @param taken a spectrum, whole or ended early
     * @param brokenOff it ended without one, because something more urgent waited
     * @param failed it ended without one
     */
    record Outcome(
            ObjLongConsumer<Spectrum> taken,
            ObjLongConsumer<InstrumentException> brokenOff,
            ObjLongConsumer<InstrumentException> failed) {}

    @Override
    public Runnable carryOut() {
        lane.beginMeasurement();
        try {
            Runnable news = order.isStruckOut() ? () -> {} : measured();
            long at = terminal.nowNanos();
            return () -> {
                occupancy.free(at);
                news.run();
            };
        } finally {
            lane.endMeasurement();
        }
    }

    private Runnable measured() {
        try {
            Spectrum spectrum = terminal.measure(sweep, lane);
            long at = terminal.nowNanos();
            return () -> outcome.taken().accept(spectrum, at);
        } catch (InstrumentException failure) {
            boolean wanted = lane.isBrokenOff() && failure.kind() != Kind.LOST;
            long at = terminal.nowNanos();
            return () -> (wanted ? outcome.brokenOff() : outcome.failed()).accept(failure, at);
        }
    }
}
