package cellwright.engine;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param state the next state
 * @param effects what to do and to tell, in this order
 */
public record Transition(ChannelState state, List<Effect> effects) {
    /** Takes an immutable copy. */
    public Transition {
        effects = List.copyOf(effects);
    }

    /** Nothing changes and nothing is to be done. */
    static Transition none(ChannelState state) {
        return new Transition(state, List.of());
    }
}
