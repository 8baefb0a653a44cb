package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * Measuring a spectrum as a piece of a lane's work, which keeps the lane to itself for as long as it takes. Where the analyser
 * goes on with it while it is read, the work is only to begin it.
 *
 * <p>Points that were measured are kept, whatever happens to those behind them: a failure is told first, so that the run goes to
 * rest, and then the part there is, which is recorded as broken off.
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
     * @param begun it goes on while the analyser is read
     * @param brokenOff it ended because something more urgent waited; points there are follow as {@code taken}
     * @param failed it failed; points there are follow as {@code taken}
     */
    record Outcome(
            ObjLongConsumer<Spectrum> taken,
            Runnable begun,
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
        long since = terminal.nowNanos();
        List<Spectrum.Point> kept = new ArrayList<>();
        try {
            Optional<Spectrum> answer = terminal.measure(sweep, point -> {
                kept.add(point);
                return !lane.isBrokenOff();
            });
            return answer.map(this::answered).orElse(outcome.begun());
        } catch (InstrumentException failure) {
            return failed(failure, new Spectrum(since, terminal.nowNanos(), kept));
        }
    }

    private Runnable failed(InstrumentException failure, Spectrum part) {
        boolean wanted = lane.isBrokenOff() && failure.kind() != Kind.LOST;
        long at = part.endNanos();
        return () -> {
            (wanted ? outcome.brokenOff() : outcome.failed()).accept(failure, at);
            if (!part.points().isEmpty()) {
                outcome.taken().accept(part, at);
            }
        };
    }

    private Runnable answered(Spectrum spectrum) {
        long at = terminal.nowNanos();
        if (lane.isBrokenOff() && spectrum.points().isEmpty()) {
            var nothing =
                    new InstrumentException(Kind.TIMEOUT, terminal.name(), "ended the spectrum in its first point");
            return () -> outcome.brokenOff().accept(nothing, at);
        }
        return () -> outcome.taken().accept(spectrum, at);
    }
}
