package cellwright.simulator.emulator.palmsens;

import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** How an emulated instrument misbehaves; nothing by default. Mutable, one thread. */
public final class Mischief {
    private String serial;
    private boolean hanging;
    private boolean overloaded;
    private boolean relayStuck;
    private boolean relayDead;
    private int spoiled;
    private UnaryOperator<String> spoiling = UnaryOperator.identity();
    private OptionalInt error = OptionalInt.empty();
    private DoubleUnaryOperator volts = DoubleUnaryOperator.identity();
    private long delayNanos;

    Mischief(String serial) {
        this.serial = serial;
    }

    /** From now on it gives another serial number, as a swapped cable would. */
    public Mischief serial(String other) {
        serial = other;
        return this;
    }

    /** From now on, or no longer, it neither hears nor says anything; what it drives goes on. */
    public Mischief hang(boolean now) {
        hanging = now;
        return this;
    }

    /** From now on, or no longer, every current is beyond its range. */
    public Mischief overload(boolean now) {
        overloaded = now;
        return this;
    }

    /** From now on, or no longer, it acknowledges {@code cell_off} and leaves the relay as it is. */
    public Mischief stickRelay(boolean now) {
        relayStuck = now;
        return this;
    }

    /** From now on, or no longer, it acknowledges {@code cell_on} and leaves the relay as it is. */
    public Mischief killRelay(boolean now) {
        relayDead = now;
        return this;
    }

    /** The next lines are lost. */
    public Mischief drop(int lines) {
        return spoil(lines, line -> "");
    }

    /** The next lines, ends included, are changed; an empty result is a lost line. */
    public Mischief spoil(int lines, UnaryOperator<String> how) {
        spoiled = lines;
        spoiling = how;
        return this;
    }

    /** The running script breaks off with an error at its next turn; the cell stays as it is. */
    public Mischief fail(int code) {
        error = OptionalInt.of(code);
        return this;
    }

    /** From now on the measured voltage is a function of the true one: stuck, with a lead off, reversed. */
    public Mischief volts(DoubleUnaryOperator seen) {
        volts = seen;
        return this;
    }

    /** From now on everything is said so much later. */
    public Mischief delay(long nanos) {
        delayNanos = nanos;
        return this;
    }

    String serial() {
        return serial;
    }

    boolean hanging() {
        return hanging;
    }

    boolean overloaded() {
        return overloaded;
    }

    boolean relayStuck() {
        return relayStuck;
    }

    boolean relayDead() {
        return relayDead;
    }

    long delayNanos() {
        return delayNanos;
    }

    double seen(double trueVolts) {
        return volts.applyAsDouble(trueVolts);
    }

    String spoiled(String line) {
        if (spoiled == 0) {
            return line;
        }
        spoiled--;
        return spoiling.apply(line);
    }

    OptionalInt takeError() {
        OptionalInt taken = error;
        error = OptionalInt.empty();
        return taken;
    }
}
