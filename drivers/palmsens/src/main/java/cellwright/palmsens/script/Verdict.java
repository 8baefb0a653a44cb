package cellwright.palmsens.script;

import java.util.Arrays;
import java.util.Optional;

/** Why a script ended by itself, told by it as a number in its last package. */
public enum Verdict {
    /** The voltage was above the guard's. */
    HIGH(1, "the voltage was above the guard's limit"),
    /** The voltage was below the guard's. */
    LOW(2, "the voltage was below the guard's limit"),
    /** The current was beyond what is allowed. */
    CURRENT(3, "the current was beyond what the guard and the control allow"),
    /** The guard's time is over. */
    TIME(4, "the guard's time was over");

    private final int number;
    private final String words;

    Verdict(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** In words, to follow "because". */
    public String words() {
        return words;
    }

    /** The number scripts tell; never 0, which says that nothing is wrong. */
    int number() {
        return number;
    }

    /** The verdict of a number. */
    static Optional<Verdict> of(double number) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.number() == number)
                .findFirst();
    }
}
