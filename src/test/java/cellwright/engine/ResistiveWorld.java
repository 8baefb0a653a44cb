package cellwright.engine;

import cellwright.instrument.Control;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** A symmetric cell that is a resistor which changes with time, read only where the engine asks for it. */
final class ResistiveWorld implements World {
    private static final long STEP = Nanos.PER_SECOND / 2;
    private static final long MEASURING = 20 * Nanos.PER_SECOND;
    private static final long NEVER = Long.MAX_VALUE;

    private final DoubleUnaryOperator ohm;
    private final DoubleUnaryOperator noiseVolts;
    private final Deque<Event> ready = new ArrayDeque<>();
    private SamplingPlan plan = new SamplingPlan(List.of(), 0, 0, NEVER, NEVER);
    private long wakeNanos = NEVER;
    private double amps;
    private long now;
    long readings;
    long plans;

    /** Resistance and noise over time in seconds. */
    ResistiveWorld(DoubleUnaryOperator ohm, DoubleUnaryOperator noiseVolts) {
        this.ohm = ohm;
        this.noiseVolts = noiseVolts;
    }

    @Override
    public void perform(int channel, Effect.Command command) {
        switch (command) {
            case Effect.Apply apply -> {
                amps = apply.control() instanceof Control.Current current ? current.amps() : 0;
                ready.add(new Event.Acknowledged(now, apply.order()));
                ready.add(reading(now));
            }
            case Effect.Disconnect disconnect -> {
                amps = 0;
                ready.add(new Event.Acknowledged(now, disconnect.order()));
                ready.add(reading(now));
            }
            case Effect.Measure measure -> {
                long begun = now;
                now += MEASURING;
                ready.add(new Event.SpectrumTaken(now, measure.order(), spectrum(measure.sweep(), begun)));
                ready.add(reading(begun));
            }
            case Effect.MakeSafe ignored -> {
                amps = 0;
                ready.add(new Event.Safe(now));
                ready.add(reading(now));
            }
            case Effect.Setpoint setpoint -> ready.add(new Event.Acknowledged(now, setpoint.order()));
            case Effect.Sample sample -> {
                plan = sample.plan();
                plans++;
            }
            case Effect.WakeAt wake -> wakeNanos = wake.atNanos();
        }
    }

    @Override
    public Optional<Occurrence> take() {
        Optional<Event> next = ready.isEmpty() ? jump() : Optional.of(ready.remove());
        return next.map(event -> new Occurrence(0, event));
    }

    private Optional<Event> jump() {
        if (wakeNanos <= now) {
            wakeNanos = NEVER;
            return Optional.of(new Event.Due(now));
        }
        long gap = Nanos.sum(now, plan.maxGapNanos());
        long grid = plan.gridNanos() == 0
                ? NEVER
                : plan.gridOriginNanos()
                        + (Math.floorDiv(now - plan.gridOriginNanos(), plan.gridNanos()) + 1) * plan.gridNanos();
        long until = Math.min(wakeNanos, Math.min(gap, grid));
        if (until == NEVER) {
            return Optional.empty();
        }
        long since = now;
        now = Math.min(now + 1, until);
        while (now < until && !watched()) {
            now = Math.min(now + STEP, until);
        }
        return Optional.of(reading(since));
    }

    private boolean watched() {
        for (Watch watch : plan.watches()) {
            if (watch instanceof Watch.Change change
                    && change.signal().equals(Signal.VOLTAGE)
                    && Math.abs(volts() - change.from()) >= change.step()) {
                return true;
            }
        }
        return false;
    }

    private double volts() {
        return amps * ohm.applyAsDouble(Nanos.toSeconds(now));
    }

    /** A resistor has the same impedance at every frequency. */
    private Spectrum spectrum(Sweep sweep, long begun) {
        double z = ohm.applyAsDouble(Nanos.toSeconds(now));
        return new Spectrum(
                begun,
                now,
                DoubleStream.of(sweep.fromHz(), 10, sweep.toHz())
                        .mapToObj(hertz -> new Spectrum.Point(hertz, z, 0, Quality.GOOD))
                        .toList());
    }

    private Event reading(long since) {
        readings++;
        double noise = amps == 0 ? 0 : noiseVolts.applyAsDouble(Nanos.toSeconds(now));
        return new Event.Measured(new Reading(
                since, now, List.of(Sample.good(Signal.VOLTAGE, volts() + noise), Sample.good(Signal.CURRENT, amps))));
    }
}
