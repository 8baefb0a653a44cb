package cellwright.journal;

/**
 * An event's place in a journal, for whoever wants to go on behind it later.
 *
 * @param segment number of the segment it lies in; 0 before the first event
 * @param sequence its number, which is used again if a crash lost it
 * @param check checksum of its record where it lies; tells whether it is still the same event
 */
public record Bookmark(int segment, long sequence, int check) implements Comparable<Bookmark> {
    /** Before the first event of any journal. */
    public static final Bookmark BEGINNING = new Bookmark(0, 0, 0);

    /** Orders by segment, then by number. */
    @Override
    public int compareTo(Bookmark other) {
        int bySegment = Integer.compare(segment, other.segment);
        return bySegment != 0 ? bySegment : Long.compare(sequence, other.sequence);
    }
}
