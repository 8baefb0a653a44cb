package cellwright.journal;

import cellwright.engine.Event;

/** What a follower of a journal came to. */
public sealed interface Followed {
    /**
     * An event that survives a power cut.
     *
     * @param at its place
     * @param channel its channel
     * @param event what happened
     */
    record Kept(Bookmark at, int channel, Event event) implements Followed {}

    /** Nothing that is known to survive a power cut follows now; more may come. */
    record Level() implements Followed {}

    /**
     * Something is not as it was written; reading goes on behind it.
     *
     * @param finding what, where, and what is lost
     */
    record Hurt(Finding finding) implements Followed {}

    /**
     * The journal cannot be followed from here, now: it is not where it was, or shorter than what was read of it.
     *
     * @param why what is missing, and what to do
     */
    record Gone(String why) implements Followed {}
}
