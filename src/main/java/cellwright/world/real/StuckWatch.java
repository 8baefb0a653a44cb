package cellwright.world.real;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;

/**
 * Notices a converter that has stopped. Under a set current the voltage of a cell moves, if only by noise, and under a set
 * voltage the current does: the very same number for too long is not a measurement. At open circuit nothing has to move.
 *
 * <p>How long is too long depends on the converter, whose step is the smallest change seen so far. One that resolves 50 µV
 * shows its own noise, and is given the configured time and a hundred readings. A coarser one may well show one number while
 * a cell passes a plateau; it is given the time in which the slowest cell leaves a step. A current whose step is not below a
 * ten-thousandth of it is not judged.
 */
final class StuckWatch {
    /** A voltage input that resolves this is never quiet. */
    private static final double FINE_VOLTS = 50e-6;

    private static final double FINE_SHARE = 1e-4;
    /** So many equal numbers are no chance where noise is 0.4 of a step: once in 10^9 pauses. */
    private static final int READINGS_MIN = 100;
    /** Under current nothing is flatter for hours: 0.9 mV/h. */
    private static final double SLOWEST_VOLTS_PER_SECOND = 2.5e-7;
    /** Assumed of a voltage input that has not shown two numbers yet: the step of 10 bits over 10 V. */
    private static final double COARSEST_VOLTS = 10e-3;
    /** Share by which two numbers differ that are the same in decimal figures. */
    private static final double ROUNDING = 1e-12;

    private final long stuckNanos;
    private double value = Double.NaN;
    private long sinceNanos;
    private long readings;
    private final Steps volts = new Steps(COARSEST_VOLTS);
    private Steps amps = new Steps(Double.POSITIVE_INFINITY);

    /** The step of a converter: the smallest change, and the smallest change of a change, that it has shown. */
    private static final class Steps {
        private double smallest;
        private double value = Double.NaN;
        private double change = Double.NaN;

        Steps(double assumed) {
            smallest = assumed;
        }

        void see(double now) {
            double next = now - value;
            learn(Math.abs(next), now);
            learn(Math.abs(next - change), now);
            value = now;
            change = next;
        }

        private void learn(double step, double now) {
            if (step > ROUNDING * Math.abs(now)) {
                smallest = Math.min(smallest, step);
            }
        }
    }

    StuckWatch(long stuckNanos) {
        this.stuckNanos = stuckNanos;
    }

    /** The cell is driven anew; what is known of the voltage input stays true. */
    void restart() {
        value = Double.NaN;
        amps = new Steps(Double.POSITIVE_INFINITY);
    }

    /** Whether the signal that should move under the control has not for too long. */
    boolean isStuck(Control control, Reading reading) {
        volts.see(reading.value(Signal.VOLTAGE));
        double flows = Math.abs(reading.value(Signal.CURRENT));
        if (!control.energises() || !(flows > 0)) {
            value = Double.NaN;
            return false;
        }
        amps.see(reading.value(Signal.CURRENT));
        Signal suspect = suspect(control);
        double now = reading.value(suspect);
        if (Double.doubleToLongBits(now) != Double.doubleToLongBits(value)) {
            value = now;
            sinceNanos = reading.atNanos();
            readings = 0;
        }
        readings++;
        return stuckNanos != Long.MAX_VALUE
                && readings > READINGS_MIN
                && reading.atNanos() - sinceNanos >= patienceNanos(suspect, flows);
    }

    private long patienceNanos(Signal suspect, double flows) {
        if (!suspect.equals(Signal.VOLTAGE)) {
            return amps.smallest <= FINE_SHARE * flows ? stuckNanos : Long.MAX_VALUE;
        }
        long slowest = Math.round(volts.smallest / SLOWEST_VOLTS_PER_SECOND * 1e9);
        return volts.smallest <= FINE_VOLTS ? stuckNanos : Math.max(stuckNanos, slowest);
    }

    /** The signal that is not set. */
    static Signal suspect(Control control) {
        return switch (control) {
            case Control.Open ignored -> Signal.VOLTAGE;
            case Control.Current ignored -> Signal.VOLTAGE;
            case Control.Power ignored -> Signal.VOLTAGE;
            case Control.Voltage ignored -> Signal.CURRENT;
        };
    }
}
