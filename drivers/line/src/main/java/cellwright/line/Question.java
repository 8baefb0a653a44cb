package cellwright.line;

import java.time.Duration;

/**
 * Something an instrument is asked or told.
 *
 * @param words the command, without line end
 * @param listener understands the answer
 * @param quiet silence that ends an answer which has no end of its own
 */
public record Question<R>(String words, Listener<R> listener, Duration quiet) {
    private static final Duration USUAL_QUIET = Duration.ofMillis(200);

    /** A question whose answer shows by itself where it ends, or is over after a fifth of a second of silence. */
    public Question(String words, Listener<R> listener) {
        this(words, listener, USUAL_QUIET);
    }
}
