package cellwright.simulator;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;

/**
 * The potentiostat's control loop: turns a control into what the cell is driven with, passes between current limit and
 * voltage hold without a bump, and opens the circuit when its guard is crossed or its time is over. Mutable, one thread.
 *
 * <p>The loop holds what the {@link Meter} shows, so the cell gets a voltage or current that is wrong by the meter's gain
 * and offset; a power is set right for the voltage at the beginning. The loop's own 50 µs lie far beneath the time a
 * sample takes and beneath the first step of the model: a change of control is there at once. A current that needs more
 * than the compliance voltage is what that voltage can push.
 *
 * <p>A guard's limit counts as crossed a little beyond it (1 µV, a millionth of the current, and the noise of a sample), so
 * that holding a cell exactly at the limit does not trip it.
 */
final class Circuit {
    private static final double VOLTS_CLOSE = 1e-6;
    private static final double SHARE_CLOSE = 1e-6;

    private final Meter meter;
    private Control control = new Control.Open();
    private Guard guard = new Guard(-1, 1, 1, Long.MAX_VALUE);
    private Drive drive;
    private long endNanos = Long.MAX_VALUE;
    private double beginVolts;

    /** An open circuit before a meter. */
    Circuit(Meter meter) {
        this.meter = meter;
        this.drive = meter.openDrive();
    }

    /** What the cell is driven with until the next {@link #apply}, {@link #pass} or {@link #reconnect}. */
    Drive drive() {
        return meter.trouble().leadOpen() ? meter.openDrive() : drive;
    }

    /** What the cell would be driven with if all its leads were on. */
    Drive intended() {
        return drive;
    }

    /** Whether no current is meant to flow. */
    boolean opened() {
        return !control.energises();
    }

    /** When the guard's time is over; {@link Long#MAX_VALUE} if never. */
    long endNanos() {
        return endNanos;
    }

    /**
     * Takes over a control.
     *
     * @return false if it is the one in force, so that only the guard is renewed and the cell feels nothing
     */
    boolean apply(Control wanted, Guard kept, long nowNanos, CellModel cell) {
        guard = kept;
        boolean timed = wanted.energises() && kept.maxNanos() < Long.MAX_VALUE - Math.max(0, nowNanos);
        endNanos = timed ? nowNanos + kept.maxNanos() : Long.MAX_VALUE;
        if (wanted.equals(control)) {
            return false;
        }
        control = wanted;
        drive = begin(nowNanos, cell);
        return true;
    }

    /** Opens the circuit; false if it was open. */
    boolean open() {
        boolean closed = control.energises();
        control = new Control.Open();
        meter.open();
        drive = meter.openDrive();
        endNanos = Long.MAX_VALUE;
        return closed;
    }

    /** Holds what it held by a meter that has changed its range. */
    void retune() {
        if (control instanceof Control.Power power) {
            drive = new Drive.Watts(meter.trueWatts(power.watts(), beginVolts));
        } else if (drive instanceof Drive.Amps now) {
            drive = limited(now.amps());
        }
    }

    /** Goes on with a cell that is connected otherwise than before. */
    void reconnect(long nowNanos, CellModel cell) {
        if (meter.trouble().powerless()) {
            open();
        } else if (control.energises()) {
            drive = begin(nowNanos, cell);
        }
    }

    /** How far the nearest change of the loop lies behind a moment, in units of how close it is to be located. */
    double excess(Moment truth, Moment shown) {
        return control.energises() ? Math.max(guardExcess(shown), turnExcess(truth, shown)) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Reacts to what has come to pass.
     *
     * @return true if the cell is driven differently from now on
     */
    boolean pass(Moment truth, Moment shown, long nowNanos) {
        if (!control.energises()) {
            return false;
        }
        if (nowNanos >= endNanos || guardExcess(shown) >= 0) {
            return open();
        }
        if (turnExcess(truth, shown) < 0) {
            return false;
        }
        drive = drive instanceof Drive.Volts ? limited(shown.amps) : held();
        return true;
    }

    private Drive begin(long nowNanos, CellModel cell) {
        beginVolts = cell.volts();
        return switch (control) {
            case Control.Open open -> disconnected();
            case Control.Current current -> begin(current, nowNanos, cell);
            case Control.Power power -> begin(power);
            case Control.Voltage hold -> begin(hold, nowNanos, cell);
        };
    }

    private Drive disconnected() {
        meter.open();
        return meter.openDrive();
    }

    private Drive begin(Control.Current current, long nowNanos, CellModel cell) {
        meter.close(current.amps());
        Drive wanted = limited(current.amps());
        if (meter.complianceVolts() == Double.POSITIVE_INFINITY) {
            return wanted;
        }
        cell.settle(wanted, nowNanos);
        return beyond(cell.volts(), current.amps()) > 0 ? held() : wanted;
    }

    private Drive begin(Control.Power power) {
        meter.close(power.watts() / beginVolts);
        return new Drive.Watts(meter.trueWatts(power.watts(), beginVolts));
    }

    /** Holds at once what can be held within the current limit, else goes towards it at the limit. */
    private Drive begin(Control.Voltage hold, long nowNanos, CellModel cell) {
        Drive wanted = held();
        cell.settle(wanted, nowNanos);
        meter.close(Math.min(Math.abs(cell.amps()), hold.maxAmps()));
        double shown = meter.shownAmps(cell.amps());
        return Math.abs(shown) > hold.maxAmps() ? limited(shown) : wanted;
    }

    /** The current at its limit, in a direction. */
    private Drive limited(double sign) {
        return new Drive.Amps(meter.trueAmps(Math.copySign(mostAmps(), sign)));
    }

    /** The voltage that is to be reached, or that which at most pushes a current. */
    private Drive held() {
        return new Drive.Volts(heldVolts(), mostAmps());
    }

    private double heldVolts() {
        return switch (control) {
            case Control.Voltage hold -> meter.trueVolts(hold.volts());
            case Control.Current current -> Math.copySign(meter.complianceVolts(), current.amps());
            case Control.Power power -> Double.NaN;
            case Control.Open open -> Double.NaN;
        };
    }

    private double mostAmps() {
        return switch (control) {
            case Control.Voltage hold -> hold.maxAmps();
            case Control.Current current -> Math.abs(current.amps());
            case Control.Power power -> Double.NaN;
            case Control.Open open -> 0;
        };
    }

    private double guardExcess(Moment shown) {
        double doubt = meter.voltsDoubt();
        double high = (shown.volts - guard.voltsMax() - doubt) / VOLTS_CLOSE;
        double low = (guard.voltsMin() - shown.volts - doubt) / VOLTS_CLOSE;
        double strong = ((Math.abs(shown.amps) - meter.ampsDoubt()) / guard.ampsMax() - 1) / SHARE_CLOSE;
        return Math.max(Math.max(high, low), strong) - 1;
    }

    /** Nothing turns while no current flows whatever the loop does, nor at constant power. */
    private double turnExcess(Moment truth, Moment shown) {
        if (meter.trouble().leadOpen()) {
            return Double.NEGATIVE_INFINITY;
        }
        return switch (drive) {
            case Drive.Amps limited -> beyond(truth.volts, limited.amps()) / VOLTS_CLOSE;
            case Drive.Volts held -> (Math.abs(shown.amps) / mostAmps() - 1) / SHARE_CLOSE - 1;
            case Drive.Watts power -> Double.NEGATIVE_INFINITY;
        };
    }

    /** How far a current has brought the voltage past where it turns. */
    private double beyond(double volts, double amps) {
        double turn = heldVolts();
        double upwards = control instanceof Control.Current ? turn : amps;
        return upwards >= 0 ? volts - turn : turn - volts;
    }
}
