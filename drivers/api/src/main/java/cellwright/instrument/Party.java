package cellwright.instrument;

import java.time.Duration;

/**
 * How an instrument is told apart from others on one line: an RS-485 bus carries one language, and everybody on it answers to an
 * address of its own.
 *
 * @param language what is spoken, for example {@code Modbus RTU}; the same text means that they do not disturb each other
 * @param address what it answers to, in words and in one form, for example {@code unit 3}
 * @param patience how long a question keeps the line if nobody answers
 */
public record Party(String language, String address, Duration patience) {
    /** Refuses what tells nobody apart. */
    public Party {
        if (language.isBlank() || address.isBlank()) {
            throw new IllegalArgumentException("a party on a line has a language and an address");
        }
    }
}
