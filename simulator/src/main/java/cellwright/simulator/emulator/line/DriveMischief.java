package cellwright.simulator.emulator.line;

import cellwright.simulator.emulator.Tricks;
import java.util.function.DoubleUnaryOperator;

/** How an emulated instrument that drives a cell misbehaves, besides its wire; not at all by default. Mutable, one thread. */
public abstract class DriveMischief extends LineMischief {
    private boolean overloaded;
    private boolean relayStuck;
    private DoubleUnaryOperator volts = DoubleUnaryOperator.identity();

    /** Behaves so far. */
    protected DriveMischief() {}

    /** From now on, or no longer, every current is beyond its range. */
    public DriveMischief overload(boolean now) {
        overloaded = now;
        return this;
    }

    /** From now on, or no longer, it says that the cell is off and leaves the relay as it is. */
    public DriveMischief stickRelay(boolean now) {
        relayStuck = now;
        return this;
    }

    /** From now on the measured voltage is a function of the true one: stuck, with a lead off, reversed. */
    public DriveMischief volts(DoubleUnaryOperator seen) {
        volts = seen;
        return this;
    }

    @Override
    public Tricks tricks() {
        return super.tricks()
                .toggle("overload", "every current is beyond its range", this::overload)
                .toggle("stuck-relay", "says that the cell is off and leaves it on", this::stickRelay)
                .toggle("stuck-voltage", "shows 3 V whatever the cell does", stuck -> volts(v -> stuck ? 3 : v))
                .toggle("open-lead", "shows no voltage", open -> volts(v -> open ? 0 : v));
    }

    /** Whether every current is beyond its range. */
    public boolean overloaded() {
        return overloaded;
    }

    /** Whether the relay stays closed. */
    public boolean relayStuck() {
        return relayStuck;
    }

    /** The voltage it measures where there is another, V. */
    public double seen(double trueVolts) {
        return volts.applyAsDouble(trueVolts);
    }
}
