package cellwright.line;

import java.util.Optional;

/** Understands what comes back on a question, line by line. Immutable: a part of an answer makes another listener. */
@FunctionalInterface
public interface Listener<R> {
    /** Judges a line; every line has a meaning, if only that it is none. */
    Verdict<R> on(String line);

    /**
     * The answer if the instrument has said nothing for {@link Question#quiet()} behind a whole line: for answers of
     * several lines that have no end of their own. Empty if more has to come.
     */
    default Optional<R> whenQuiet() {
        return Optional.empty();
    }
}
