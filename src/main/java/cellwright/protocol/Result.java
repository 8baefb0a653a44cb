package cellwright.protocol;

import java.util.List;

/** What reading or compiling gave: a value, perhaps with warnings, or the reasons why not. */
public sealed interface Result<T> {
    /**
     * It can be used.
     *
     * @param value what was made
     * @param warnings doubts, no errors among them
     */
    record Made<T>(T value, List<Problem> warnings) implements Result<T> {
        /** Takes an immutable copy. */
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It cannot be used.
     *
     * @param problems every fault found, at least one an error, in the order of their places
     */
    record Refused<T>(List<Problem> problems) implements Result<T> {
        /** Takes an immutable copy. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
