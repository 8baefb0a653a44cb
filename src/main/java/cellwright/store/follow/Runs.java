package cellwright.store.follow;

import cellwright.engine.Event;
import cellwright.journal.Programs;
import java.util.Optional;

/** Finds what runs of a journal are and what they execute. Asked once for each run, by the follower's thread. */
public interface Runs extends Programs {
    /**
     * What a run is called.
     *
     * @param channel number of the channel in the journal
     * @param started the run's first event
     * @return empty if nothing is known of the run, for example because its folder was taken away; nothing is then told of it
     */
    Optional<RunLabel> label(int channel, Event.Started started);
}
