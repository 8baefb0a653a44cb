package cellwright.store.follow;

import cellwright.engine.Event;
import java.util.List;

/**
 * An event of a run, with what the engine reported then.
 *
 * @param run of which run
 * @param number of the event in the run, counted from 1; the same every time the run is replayed
 * @param event the event itself
 * @param told what was reported, in order; mostly nothing
 */
public record Happened(RunLabel run, long number, Event event, List<Told> told) {
    /** Takes an immutable copy. */
    public Happened {
        told = List.copyOf(told);
    }
}
