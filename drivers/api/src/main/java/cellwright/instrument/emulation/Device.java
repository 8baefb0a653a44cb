package cellwright.instrument.emulation;

import java.util.List;

/** An instrument that is played, on a {@link Bench}; on the thread of its bench. */
public sealed interface Device permits LineDevice, ServerDevice {
    /** How it can be told to misbehave. */
    List<Trick> tricks();

    /**
     * Does as told.
     *
     * @param words a trick's word and what belongs to it, parted by blanks
     * @throws IllegalArgumentException saying what was expected
     */
    void trick(String words);

    /**
     * A way of misbehaving.
     *
     * @param usage the words to say, for example {@code silent on|off}
     * @param meaning what it does then, one sentence
     */
    record Trick(String usage, String meaning) {}
}
