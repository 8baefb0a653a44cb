package cellwright.simulator.emulator.line;

import cellwright.simulator.emulator.Tricks;
import java.util.function.UnaryOperator;

/** How the wire of an emulated instrument misbehaves; not at all by default. Mutable, one thread. */
public class LineMischief {
    private boolean silent;
    private boolean oneBehind;
    private long delayNanos;
    private int spoiled;
    private UnaryOperator<String> spoiling = UnaryOperator.identity();
    private String before = "";

    /** Behaves so far. */
    public LineMischief() {}

    /** From now on, or no longer, it neither hears nor says anything; what it does goes on. */
    public LineMischief silence(boolean now) {
        silent = now;
        return this;
    }

    /** From now on everything is said so much later. */
    public LineMischief delay(long nanos) {
        delayNanos = nanos;
        return this;
    }

    /** From now on, or no longer, each answer is the one to the question before. */
    public LineMischief oneBehind(boolean now) {
        oneBehind = now;
        return this;
    }

    /** The next answers are lost. */
    public LineMischief drop(int answers) {
        return spoil(answers, answer -> "");
    }

    /** The next answers, line ends included, are changed; an empty result is a lost answer. */
    public LineMischief spoil(int answers, UnaryOperator<String> how) {
        spoiled = answers;
        spoiling = how;
        return this;
    }

    /** The words for all of this, to which an instrument adds its own. */
    public Tricks tricks() {
        return new Tricks()
                .toggle("silent", "neither hears nor says anything; what it does goes on", this::silence)
                .toggle("behind", "answers each command with the answer to the one before", this::oneBehind)
                .count("drop", "loses the next answers", this::drop)
                .count("garble", "spoils the next answers", answers -> spoil(answers, text -> "?#" + text))
                .count("late", "says everything so many milliseconds later", ms -> delay(ms * 1_000_000L));
    }

    /** Whether it neither hears nor says anything. */
    public boolean isSilent() {
        return silent;
    }

    long delayNanos() {
        return delayNanos;
    }

    String spoiled(String answer) {
        String said = oneBehind ? before : answer;
        before = answer;
        if (spoiled == 0) {
            return said;
        }
        spoiled--;
        return spoiling.apply(said);
    }
}
