package cellwright.testkit;

import java.time.Duration;

/** One way in which a line spoils one message, in either direction; what a {@link FaultyLine} is told to do. */
public sealed interface LineFault {
    /** Passes it on as it is; a place holder between others. */
    record Pass() implements LineFault {}

    /** The message vanishes. */
    record Drop() implements LineFault {}

    /**
     * The message comes late.
     *
     * @param by how late; not negative
     */
    record Delay(Duration by) implements LineFault {}

    /**
     * The message comes in two parts.
     *
     * @param at length of the first part in bytes
     * @param gap how long after it the second comes
     */
    record Split(int at, Duration gap) implements LineFault {}

    /** The message is held back and comes together with the next one. */
    record Merge() implements LineFault {}

    /**
     * A byte comes with flipped bits.
     *
     * @param at which byte, from 0; counted from the end if negative
     * @param mask bits to flip
     */
    record Corrupt(int at, int mask) implements LineFault {}

    /** The message comes twice. */
    record Duplicate() implements LineFault {}

    /**
     * Something else comes before it.
     *
     * @param latin1 what, as ISO 8859-1
     */
    record Garbage(String latin1) implements LineFault {}

    /**
     * The line is cut in the midst of the message.
     *
     * @param after so many bytes still come through
     */
    record Cut(int after) implements LineFault {}
}
