package cellwright.simulator.emulator.scpi;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How an emulated source-measure unit misbehaves; nothing by default. Mutable, one thread. */
public final class Mischief {
    private String badge;
    private boolean hanging;
    private boolean behind;
    private boolean overloaded;
    private boolean tripped;
    private boolean clamped;
    private boolean relayStuck;
    private boolean offStateRefused;
    private int spoiled;
    private UnaryOperator<String> spoiling = UnaryOperator.identity();
    private Predicate<String> ignored = command -> false;
    private DoubleUnaryOperator volts = DoubleUnaryOperator.identity();
    private long delayNanos;

    Mischief(String badge) {
        this.badge = badge;
    }

    /** From now on it introduces itself like this, as a swapped cable would. */
    public Mischief badge(String other) {
        badge = other;
        return this;
    }

    /** From now on, or no longer, it neither hears nor says anything; what it drives goes on. */
    public Mischief hang(boolean now) {
        hanging = now;
        return this;
    }

    /** From now on, or no longer, each question gets the answer of the question before it. */
    public Mischief answerThePreviousQuestion(boolean now) {
        behind = now;
        return this;
    }

    /** From now on, or no longer, every current is beyond its range. */
    public Mischief overload(boolean now) {
        overloaded = now;
        return this;
    }

    /** From now on, or no longer, it says that it is in its limit. */
    public Mischief trip(boolean now) {
        tripped = now;
        return this;
    }

    /** From now on, or no longer, it says that its overvoltage protection is active. */
    public Mischief clamp(boolean now) {
        clamped = now;
        return this;
    }

    /** From now on, or no longer, its output says it is off and stays on. */
    public Mischief stickRelay(boolean now) {
        relayStuck = now;
        return this;
    }

    /** From now on, or no longer, the off-state stays what it is, whatever it is told, and nothing is said of it. */
    public Mischief refuseOffState(boolean now) {
        offStateRefused = now;
        return this;
    }

    /** From now on, commands of which this is true are heard and not carried out. */
    public Mischief ignore(Predicate<String> command) {
        ignored = command;
        return this;
    }

    /** The next lines, ends included, are changed; an empty result is a lost line. */
    public Mischief spoil(int lines, UnaryOperator<String> how) {
        spoiled = lines;
        spoiling = how;
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

    String badge() {
        return badge;
    }

    boolean hanging() {
        return hanging;
    }

    boolean behind() {
        return behind;
    }

    boolean overloaded() {
        return overloaded;
    }

    boolean tripped() {
        return tripped;
    }

    boolean clamped() {
        return clamped;
    }

    boolean relayStuck() {
        return relayStuck;
    }

    boolean offStateRefused() {
        return offStateRefused;
    }

    boolean ignores(String command) {
        return ignored.test(command);
    }

    double seen(double trueVolts) {
        return volts.applyAsDouble(trueVolts);
    }

    long delayNanos() {
        return delayNanos;
    }

    String spoiled(String line) {
        if (spoiled == 0) {
            return line;
        }
        spoiled--;
        return spoiling.apply(line);
    }
}
