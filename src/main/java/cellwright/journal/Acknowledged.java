package cellwright.journal;

/**
 * How far a journal survives a power cut, by its writer's word. Numbers are used again after a crash that lost an
 * unacknowledged end, in a later segment: so the segment is part of the word.
 *
 * @param segment the segment being written
 * @param sequence the last event that is durable, in this segment or one before
 */
public record Acknowledged(int segment, long sequence) {}
