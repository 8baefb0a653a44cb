package cellwright.store.follow;

import cellwright.journal.Bookmark;

/**
 * How far a follower has handed on, and where it must begin to read to go on there.
 *
 * @param upTo the last event whose consequences have arrived
 * @param replayFrom the segment in which the first of the runs began that had not ended there, from 1
 */
public record FollowerPlace(Bookmark upTo, int replayFrom) {
    /** Nothing was handed on. */
    public static final FollowerPlace BEGINNING = new FollowerPlace(Bookmark.BEGINNING, 1);
}
