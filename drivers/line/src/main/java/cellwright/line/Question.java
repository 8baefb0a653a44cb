package cellwright.line;

import java.time.Duration;

/**
 * Something an instrument is asked or told.
 *
 * @param words the command, without line end
 * @param listener understands the answer
 * @param quiet silence that ends an answer which has no end of its own
 * @param longer time for the answer on top of the usual patience, for answers of many lines
 */
public record Question<R>(String words, Listener<R> listener, Duration quiet, Duration longer) {
    /** A question with an answer of one line. */
    public Question(String words, Listener<R> listener) {
        this(words, listener, Duration.ZERO, Duration.ZERO);
    }
}
