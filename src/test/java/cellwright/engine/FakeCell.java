package cellwright.engine;

import cellwright.instrument.Control;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A linear cell behind a potentiostat: V = 3 V + k Q + R I. With faults that can be set. */
final class FakeCell {
    private static final double VOLTS_EMPTY = 3.0;
    private static final double VOLTS_PER_COULOMB = 0.01;
    private static final double OHMS = 0.5;

    /** What can be wrong with it. */
    enum Fault {
        /** The voltage cannot be read. */
        NO_VOLTAGE,
        /** The current is beyond the range. */
        OVERLOAD,
        /** Nothing is heard of it. */
        SILENT,
        /** The output stays as it is, whatever is ordered and acknowledged. */
        STUCK,
        /** Making safe is not acknowledged. */
        DEAF,
        /** The analyser never answers. */
        MUTE
    }

    final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private Control control = new Control.Open();
    private double coulombs;
    private double counted;
    private double pascals = 1e5;

    FakeCell copy() {
        var copy = new FakeCell();
        copy.control = control;
        copy.coulombs = coulombs;
        copy.counted = counted;
        copy.pascals = pascals;
        return copy;
    }

    void apply(Control wanted) {
        if (!faults.contains(Fault.STUCK)) {
            control = wanted;
        }
    }

    void press(double target) {
        pascals = target;
    }

    boolean energised() {
        return control.energises();
    }

    private double openVolts() {
        return VOLTS_EMPTY + VOLTS_PER_COULOMB * coulombs;
    }

    private double amps() {
        return switch (control) {
            case Control.Open ignored -> 0;
            case Control.Current current -> current.amps();
            case Control.Voltage hold ->
                Math.clamp((hold.volts() - openVolts()) / OHMS, -hold.maxAmps(), hold.maxAmps());
            case Control.Power power -> power.watts() / openVolts();
        };
    }

    /** Moves on; a voltage hold relaxes exponentially once it is out of its current limit. */
    void advance(double seconds) {
        double left = seconds;
        while (left > 0) {
            double piece = Math.min(left, control instanceof Control.Voltage ? 0.5 : left);
            double passed = amps() * piece;
            coulombs += passed;
            counted += passed;
            left -= piece;
        }
    }

    double value(Signal signal) {
        if (signal.equals(Signal.VOLTAGE)) {
            return openVolts() + OHMS * amps();
        }
        if (signal.equals(Signal.CURRENT)) {
            return amps();
        }
        return signal.equals(Signal.CHARGE) ? counted : pascals;
    }

    Reading read(long sinceNanos, long atNanos) {
        return new Reading(
                sinceNanos,
                atNanos,
                List.of(
                        sample(Signal.VOLTAGE, Fault.NO_VOLTAGE, Quality.MISSING),
                        sample(Signal.CURRENT, Fault.OVERLOAD, Quality.OVERLOAD),
                        Sample.good(Signal.CHARGE, counted),
                        Sample.good(Signal.PRESSURE, pascals)));
    }

    private Sample sample(Signal signal, Fault fault, Quality quality) {
        return faults.contains(fault) ? new Sample(signal, Double.NaN, quality) : Sample.good(signal, value(signal));
    }
}
