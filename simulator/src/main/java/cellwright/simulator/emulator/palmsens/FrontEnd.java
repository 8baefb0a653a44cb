package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.EmulatedCell;
import java.util.List;

/** Relay, potentiostat and converters between the script and the cell. Mutable, one thread. */
final class FrontEnd {
    private static final int GALVANOSTAT = 6;
    /** A held voltage is followed by a current that changes; so long it may stand still in a computation. */
    private static final long HOLD_STEP_NANOS = 100_000_000L;

    private final Profile profile;
    private final EmulatedCell cell;
    private final Mischief mischief;
    private long nowNanos;
    /** What the firmware believes. */
    private boolean on;
    /** How the relay is. */
    private boolean closed;

    private int mode;
    private double setVolts;
    private double setAmps;
    private double smallestRange;
    private double largestRange;
    private long switched;

    FrontEnd(Profile profile, EmulatedCell cell, Mischief mischief, long nowNanos) {
        this.profile = profile;
        this.cell = cell;
        this.mischief = mischief;
        this.nowNanos = nowNanos;
        forgetRanges();
    }

    private void forgetRanges() {
        smallestRange = 0;
        largestRange = profile.amps();
    }

    /** Lets the cell feel the time that has passed. */
    void pass(long toNanos) {
        while (nowNanos < toNanos) {
            boolean steady = !closed || mode == GALVANOSTAT;
            long step = steady ? toNanos - nowNanos : Math.min(HOLD_STEP_NANOS, toNanos - nowNanos);
            cell.pass(amps(), step);
            nowNanos += step;
        }
    }

    /** The true current. */
    double amps() {
        if (!closed) {
            return 0;
        }
        return mode == GALVANOSTAT ? setAmps : Math.clamp(cell.amps(setVolts), -2 * profile.amps(), 2 * profile.amps());
    }

    /** The true voltage. */
    double volts() {
        return cell.volts(amps());
    }

    /** Whether the firmware believes that the cell is on. */
    boolean on() {
        return on;
    }

    /** Whether the relay is closed, in truth. */
    boolean closed() {
        return closed;
    }

    long switched() {
        return switched;
    }

    boolean galvanostatic() {
        return mode == GALVANOSTAT;
    }

    void turn(boolean wanted) {
        boolean stuck = wanted ? mischief.relayDead() : mischief.relayStuck();
        on = wanted;
        if (wanted != closed && !stuck) {
            closed = wanted;
            switched++;
        }
    }

    /** Power was lost: the relay falls open, whatever holds it. */
    void reset() {
        closed = false;
        mode = 0;
        forgetRanges();
        wake();
    }

    /** Power was lost, and the relay and what drives it stayed as they were; the firmware knows nothing of that. */
    void wake() {
        on = false;
    }

    void mode(int wanted, int line) throws ScriptError {
        if (wanted == GALVANOSTAT && !profile.galvanostat()) {
            throw new ScriptError(ScriptError.MODE_UNSUPPORTED, line, 1);
        }
        mode = wanted;
        setAmps = 0;
        forgetRanges();
    }

    void setVolts(double volts, int line) throws ScriptError {
        if (!(Math.abs(volts) <= profile.volts() * (1 + 1e-6))) {
            throw new ScriptError(ScriptError.POTENTIAL, line, 1);
        }
        setVolts = volts;
    }

    void setAmps(double amps, int line) throws ScriptError {
        if (!(Math.abs(amps) <= profile.amps() * (1 + 1e-6))) {
            throw new ScriptError(ScriptError.OUT_OF_BOUNDS, line, 1);
        }
        setAmps = amps;
    }

    void ranges(double smallest, double largest) {
        smallestRange = Math.abs(smallest);
        largestRange = Math.abs(largest);
    }

    /** A measurement, with its remarks. */
    Amount measured(String type) {
        return switch (type) {
            case "ab" -> new Amount((float) mischief.seen(volts()), "ab", false, remarks(0, voltsRange()));
            case "ba" -> current();
            default -> new Amount(Double.NaN, type, false, "");
        };
    }

    private Amount current() {
        double amps = amps();
        int status = mischief.overloaded() || Math.abs(amps) > 2 * largestRange ? 2 : 0;
        return new Amount((float) amps, "ba", false, remarks(status, range(amps)));
    }

    /** The impedance, real or imaginary part. */
    Amount impedance(double hertz, boolean real) {
        EmulatedCell.Impedance found = cell.impedance(hertz);
        int status = mischief.overloaded() ? 2 : 0;
        return real
                ? new Amount((float) found.real(), "cc", false, remarks(status, range(largestRange)))
                : new Amount((float) found.imaginary(), "cd", false, remarks(status, voltsRange()));
    }

    private static int voltsRange() {
        return 6;
    }

    /** The smallest allowed range that the current fits in; below 0 if ranges are not told. */
    private int range(double amps) {
        List<Profile.Range> ranges = profile.ranges();
        for (Profile.Range range : ranges) {
            boolean allowed = range.size() >= smallestRange * 0.999;
            if (allowed && range.size() >= Math.min(Math.abs(amps), largestRange) * 0.999) {
                return range.index();
            }
        }
        return ranges.isEmpty() ? -1 : ranges.getLast().index();
    }

    private static String remarks(int status, int range) {
        return range < 0 ? ",1%X".formatted(status) : ",1%X,2%02X".formatted(status, range);
    }

    EmulatedCell cell() {
        return cell;
    }

    Profile profile() {
        return profile;
    }
}
