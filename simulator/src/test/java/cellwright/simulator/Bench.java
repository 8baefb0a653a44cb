package cellwright.simulator;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The standard cell on its rig, and what one does with it by hand. */
final class Bench {
    static final double AREA_M2 = 0.7854e-4;
    static final double LOW = 2.178;
    static final double HIGH = 3.678;
    static final Guard WIDE = new Guard(-1, 4.9, 0.1, Long.MAX_VALUE);
    static final long SECOND = 1_000_000_000L;
    static final long HOUR = 3600 * SECOND;

    final VirtualRig rig;
    final double activeKg;
    private long steps;

    Bench(String... overrides) {
        this(6.22, overrides);
    }

    Bench(double mgPerCm2, String... overrides) {
        this(mgPerCm2 * 1e-2 * AREA_M2, rig(mgPerCm2, overrides));
    }

    /** A bench around a rig that is there. */
    Bench(double activeKg, VirtualRig rig) {
        this.activeKg = activeKg;
        this.rig = rig;
    }

    private static VirtualRig rig(double mgPerCm2, String... overrides) {
        return new SimulatorDriver().open(settings(mgPerCm2, overrides), new Desk());
    }

    /** Settings of the standard cell with another loading and whatever else is different, in pairs. */
    static Settings settings(double mgPerCm2, String... overrides) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "cell", "A7",
                "active_mass_kg", Double.toString(mgPerCm2 * 1e-2 * AREA_M2),
                "area_m2", Double.toString(AREA_M2),
                "start_temperature_k", "298.15",
                "start_pressure_pa", "250e6"));
        for (int i = 0; i < overrides.length; i += 2) {
            values.put(overrides[i], overrides[i + 1]);
        }
        return new Settings(values);
    }

    /** A rig with a cell without active material, at 25 °C and 25 MPa, with whatever else is different, in pairs. */
    static VirtualRig electrolyte(String model, String... overrides) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "cell",
                model,
                "model",
                model,
                "area_m2",
                Double.toString(AREA_M2),
                "start_temperature_k",
                "298.15",
                "start_pressure_pa",
                "25e6"));
        for (int i = 0; i < overrides.length; i += 2) {
            values.put(overrides[i], overrides[i + 1]);
        }
        Settings settings = new Settings(values);
        return new SimulatorDriver().open(settings.withDefaults(RigSettings.DECLARED), new Desk());
    }

    /** Current of a rate, A, on 180 mAh/g. */
    double amps(double rate) {
        return 180 * activeKg * rate;
    }

    void drive(double amps) throws InstrumentException {
        rig.apply(new Control.Current(amps), WIDE);
    }

    /** Advances to the instant, or to the first reading at which a watch level was reached. */
    Reading until(Signal signal, double level, boolean rising) throws InstrumentException {
        rig.watch(List.of(rising ? new Watch.Above(signal, level, false) : new Watch.Below(signal, level, false)));
        Reading reading = rig.read();
        while (rising ? reading.value(signal) < level : reading.value(signal) > level) {
            reading = step(1000 * HOUR);
        }
        return reading;
    }

    Reading rest(long nanos) throws InstrumentException {
        long end = rig.nowNanos() + nanos;
        Reading reading = rig.read();
        while (rig.nowNanos() < end) {
            reading = step(end - rig.nowNanos());
        }
        return reading;
    }

    Reading step(long nanos) throws InstrumentException {
        steps++;
        return rig.advance(rig.nowNanos() + nanos);
    }

    /** Charges and discharges; returns the discharge capacity, mAh/g. */
    double cycle(double rate) throws InstrumentException {
        return cycle(rate, LOW, HIGH);
    }

    /** The same between other voltages. */
    double cycle(double rate, double low, double high) throws InstrumentException {
        drive(amps(rate));
        double full = until(Signal.VOLTAGE, high, true).value(Signal.CHARGE);
        drive(-amps(rate));
        double empty = until(Signal.VOLTAGE, low, false).value(Signal.CHARGE);
        return (full - empty) / 3600 / activeKg;
    }

    /** Discharge capacity of the second cycle. */
    double capacity(double rate) throws InstrumentException {
        cycle(rate);
        return cycle(rate);
    }

    long steps() {
        return steps;
    }

    /** A host at time 0 without links. */
    record Desk() implements Host {
        @Override
        public NanoClock clock() {
            return () -> 0;
        }

        @Override
        public Link link(String address) throws InstrumentException {
            throw new InstrumentException(InstrumentException.Kind.LOST, address, "there are no links here");
        }
    }
}
