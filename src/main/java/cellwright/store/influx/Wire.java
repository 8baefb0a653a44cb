package cellwright.store.influx;

import java.util.OptionalLong;

/** Writes lines to a server and waits for the answer, though not for ever. One thread. */
public interface Wire extends AutoCloseable {
    /** Sends lines, with ends of line between them. */
    Reply write(String lines);

    @Override
    void close();

    /** What the server made of it. */
    sealed interface Reply {
        /** It has them. */
        record Taken() implements Reply {}

        /** Something in them is wrong, and always will be. */
        record Malformed(int status, String message) implements Reply {}

        /** It takes nothing from us as we are configured: token, organisation or bucket are wrong. */
        record Barred(int status, String message) implements Reply {}

        /**
         * Not now, or no answer; they may have arrived all the same.
         *
         * @param afterNanos how long it asks to be left alone
         */
        record Busy(String message, OptionalLong afterNanos) implements Reply {}
    }

    /**
     * What an answer other than 2xx means.
     *
     * @param retryAfter that header's text; empty if there is none
     */
    static Reply judge(int status, String message, String retryAfter) {
        String text = "status " + status + (message.isBlank() ? "" : ", " + message.strip());
        return switch (status) {
            case 400, 413, 422 -> new Reply.Malformed(status, text);
            case 401, 403, 404 -> new Reply.Barred(status, text);
            default -> new Reply.Busy(text, seconds(retryAfter));
        };
    }

    /** The header as a time; a date in it is not looked at, since that would be another machine's clock. */
    private static OptionalLong seconds(String retryAfter) {
        try {
            return OptionalLong.of(Math.multiplyExact(Math.max(0, Long.parseLong(retryAfter.strip())), 1_000_000_000L));
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return OptionalLong.empty();
        }
    }
}
