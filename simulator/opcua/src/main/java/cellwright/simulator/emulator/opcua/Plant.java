package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.SimulatorDriver;
import cellwright.simulator.VirtualRig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A cell in a press in a chamber on a potentiostat: a virtual rig whose time is that of a clock, brought up to it whenever
 * somebody looks. Any thread.
 */
public final class Plant implements Machine {
    /** Area of the cell, m2. */
    public static final double SQUARE_METRES = 78.54e-6;

    private final NanoClock clock;
    private final Mischief mischief;
    private final VirtualRig rig;
    private final List<String> taken = new ArrayList<>();
    private long nowNanos;
    private Reading reading;

    /** A rig with blocking electrodes, at 20 °C and without pressure, at the clock's time. */
    public Plant(NanoClock clock, String serial) {
        this.clock = clock;
        this.mischief = new Mischief(serial);
        this.nowNanos = clock.nanos();
        this.rig = new SimulatorDriver()
                .open(
                        new Settings(
                                Map.of("cell", serial, "model", "blocking", "area_m2", String.valueOf(SQUARE_METRES))),
                        new Clockwork(clock));
        this.reading = shown();
    }

    private record Clockwork(NanoClock clock) implements Host {
        @Override
        public Link link(String address) throws InstrumentException {
            throw new InstrumentException(InstrumentException.Kind.LOST, address, "a virtual rig has no link");
        }
    }

    /** Everything that was written and taken so far, heartbeats left out, in order. */
    public synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public synchronized void note(String name, Object value) {
        if (!name.startsWith("Heartbeat.")) {
            taken.add(name + " = " + value);
        }
    }

    @Override
    public double squareMetres() {
        return SQUARE_METRES;
    }

    @Override
    public Mischief mischief() {
        return mischief;
    }

    private Reading shown() {
        try {
            return rig.read();
        } catch (InstrumentException broken) {
            throw new IllegalStateException("a virtual rig with power can be read", broken);
        }
    }

    private void catchUp() {
        long now = clock.nanos();
        if (mischief.frozen() || now <= nowNanos) {
            return;
        }
        try {
            while (rig.nowNanos() < now) {
                rig.advance(now);
            }
        } catch (InstrumentException left) {
            throw new IllegalStateException("a blocking cell leaves no model", left);
        }
        nowNanos = now;
        reading = shown();
    }

    @Override
    public synchronized long nanos() {
        catchUp();
        return nowNanos;
    }

    @Override
    public synchronized double measured(Signal signal) {
        catchUp();
        return reading.value(signal);
    }

    @Override
    public synchronized void setpoint(Signal signal, double value, double perSecond) {
        catchUp();
        try {
            rig.setpoint(signal, value, new Ramp(perSecond));
        } catch (InstrumentException refused) {
            throw new IllegalStateException("a controller asks for what its machine can do", refused);
        }
        reading = shown();
    }

    synchronized void apply(Control control, Guard guard) {
        catchUp();
        try {
            rig.apply(control, guard);
        } catch (InstrumentException refused) {
            throw new IllegalStateException("a controller asks for what its machine can do", refused);
        }
        reading = shown();
    }
}
