package cellwright.line;

import java.time.Duration;

/**
 * How an instrument is talked to.
 *
 * @param name what it is and at which address, for messages
 * @param end what is put behind a command
 * @param format what its lines look like
 * @param patience for a question and its whole answer, unless the question says that it is a long one
 */
public record Manner(String name, String end, LineFormat format, Duration patience) {}
