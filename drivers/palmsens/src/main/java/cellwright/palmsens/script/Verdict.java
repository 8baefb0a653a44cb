package cellwright.palmsens.script;

import java.util.Arrays;
import java.util.Optional;

/** Why a script ended by itself, told by it as a number in its last package. */
public enum Verdict {
    /** The voltage was above the guard's. */
    HIGH("the voltage was above the guard's limit"),
    /** The voltage was below the guard's. */
    LOW("the voltage was below the guard's limit"),
    /** The current was beyond what is allowed. */
    CURRENT("the current was beyond what the guard and the control allow"),
    /** The guard's time is over. */
    TIME("the guard's time was over");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In words, to follow "because". */
    public String words() {
        return words;
    }

    /** The number scripts tell, from 1. */
    int number() {
        return ordinal() + 1;
    }

    /** The verdict of a number. */
    static Optional<Verdict> of(double number) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.number() == number)
                .findFirst();
    }
}
