package cellwright.simulator.emulator.scpi;

import cellwright.simulator.emulator.Tricks;
import cellwright.simulator.emulator.line.DriveMischief;
import java.util.function.Predicate;

/** How an emulated source-measure unit misbehaves; not at all by default. Mutable, one thread. */
public final class Mischief extends DriveMischief {
    private String badge;
    private boolean tripped;
    private boolean clamped;
    private boolean offStateRefused;
    private Predicate<String> ignored = command -> false;

    Mischief(String badge) {
        this.badge = badge;
    }

    /** From now on it introduces itself like this, as a swapped cable would. */
    public Mischief badge(String other) {
        badge = other;
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

    @Override
    public Tricks tricks() {
        return super.tricks()
                .toggle("trip", "says that it is in its limit", this::trip)
                .word("badge", "introduces itself with this word", this::badge);
    }

    String badge() {
        return badge;
    }

    boolean tripped() {
        return tripped;
    }

    boolean clamped() {
        return clamped;
    }

    boolean offStateRefused() {
        return offStateRefused;
    }

    boolean ignores(String command) {
        return ignored.test(command);
    }
}
