package cellwright.journal;

/**
 * A segment that failed while it was written: what lies beyond its good bytes is given up and repeated in a later
 * segment.
 *
 * @param segment number of the failed segment
 * @param goodBytes length up to which it holds acknowledged records; 0 if it never came into use
 * @param fromSequence first sequence number that is repeated
 * @param message what happened, where, and what to do
 */
public record Poisoned(int segment, long goodBytes, long fromSequence, String message) {}
