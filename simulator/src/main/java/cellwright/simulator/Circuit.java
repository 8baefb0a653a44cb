package cellwright.simulator;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;

/**
 * The potentiostat's control loop: turns a control into what the cell is driven with, passes between current limit and
 * voltage hold without a bump, and opens the circuit when its guard is crossed or its time is over. Mutable, one thread.
 *
 * <p>A guard's limit counts as crossed a little beyond it (1 µV, a millionth of the current), so that holding a cell
 * exactly at the limit does not trip it.
 */
final class Circuit {
    private static final double VOLTS_CLOSE = 1e-6;
    private static final double SHARE_CLOSE = 1e-6;

    private Control control = new Control.Open();
    private Guard guard = new Guard(-1, 1, 1, Long.MAX_VALUE);
    private Drive drive = Drive.OPEN;
    private long endNanos = Long.MAX_VALUE;

    /** What the cell is driven with until the next {@link #apply} or {@link #pass}. */
    Drive drive() {
        return drive;
    }

    /** Whether no current can flow. */
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
        drive = Drive.OPEN;
        endNanos = Long.MAX_VALUE;
        return closed;
    }

    /** How far the nearest change of the loop lies behind a moment, in units of how close it is to be located. */
    double excess(Moment moment) {
        return control.energises() ? Math.max(guardExcess(moment), turnExcess(moment)) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Reacts to what has come to pass.
     *
     * @return true if the cell is driven differently from now on
     */
    boolean pass(Moment moment, long nowNanos) {
        if (!control.energises()) {
            return false;
        }
        if (nowNanos >= endNanos || guardExcess(moment) >= 0) {
            return open();
        }
        if (control instanceof Control.Voltage hold && turnExcess(moment) >= 0) {
            drive = drive instanceof Drive.Volts
                    ? new Drive.Amps(Math.copySign(hold.maxAmps(), moment.amps))
                    : new Drive.Volts(hold.volts(), hold.maxAmps());
            return true;
        }
        return false;
    }

    private Drive begin(long nowNanos, CellModel cell) {
        return switch (control) {
            case Control.Open open -> Drive.OPEN;
            case Control.Current current -> new Drive.Amps(current.amps());
            case Control.Power power -> new Drive.Watts(power.watts());
            case Control.Voltage hold -> begin(hold, nowNanos, cell);
        };
    }

    /** Holds at once what can be held within the current limit, else goes towards it at the limit. */
    private static Drive begin(Control.Voltage hold, long nowNanos, CellModel cell) {
        Drive drive = new Drive.Volts(hold.volts(), hold.maxAmps());
        cell.settle(drive, nowNanos);
        return Math.abs(cell.amps()) > hold.maxAmps()
                ? new Drive.Amps(Math.copySign(hold.maxAmps(), cell.amps()))
                : drive;
    }

    private double guardExcess(Moment moment) {
        double high = (moment.volts - guard.voltsMax()) / VOLTS_CLOSE;
        double low = (guard.voltsMin() - moment.volts) / VOLTS_CLOSE;
        double strong = (Math.abs(moment.amps) / guard.ampsMax() - 1) / SHARE_CLOSE;
        return Math.max(Math.max(high, low), strong) - 1;
    }

    private double turnExcess(Moment moment) {
        if (!(control instanceof Control.Voltage hold)) {
            return Double.NEGATIVE_INFINITY;
        }
        return drive instanceof Drive.Amps limited
                ? Math.signum(limited.amps()) * (moment.volts - hold.volts()) / VOLTS_CLOSE
                : (Math.abs(moment.amps) / hold.maxAmps() - 1) / SHARE_CLOSE - 1;
    }
}
