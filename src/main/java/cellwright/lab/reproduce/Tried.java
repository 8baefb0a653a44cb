package cellwright.lab.reproduce;

import cellwright.lab.RunData;

/** What became of a run. */
public sealed interface Tried {
    /** It came to its end, and its records are whole. */
    record Done(RunData data) implements Tried {}

    /** It did not; why, in words. */
    record Failed(String why) implements Tried {}
}
