package cellwright.opcua.map;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A node with a part to play.
 *
 * @param name the part, for example {@code Force.Actual}
 * @param place where the node is
 * @param type of its value
 * @param measure what its number means; {@link Measure#PLAIN} for what is no quantity
 * @param inverted whether true and false are exchanged
 * @param beat for a measured value and the controller's heartbeat, the longest time it may go without a new stamp; for the
 *     computer's heartbeat, the time between two beats
 * @param optional whether a server may do without it
 * @param write what is written to it at each set-point, as text; to a ramp, if nothing slower is asked for
 * @param refuse values in which the instrument takes no set-point, as text, and what each means
 * @param modes the numbers of a potentiostat's modes
 */
public record Role(
        String name,
        Place place,
        ValueType type,
        Measure measure,
        boolean inverted,
        Optional<Duration> beat,
        boolean optional,
        Optional<String> write,
        Map<String, String> refuse,
        Map<String, Integer> modes) {
    /** Takes immutable copies in the order given. */
    public Role {
        refuse = Collections.unmodifiableMap(new LinkedHashMap<>(refuse));
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
    }

    /** Whether it is ever written. */
    public boolean isWritten() {
        return write.isPresent()
                || !modes.isEmpty()
                || name.equals("Heartbeat.Host")
                || name.equals("Current.Limit")
                || name.startsWith("Guard.")
                || name.contains(".Setpoint");
    }

    /** The part in words, with the place, for messages. */
    public String words() {
        return name + " (" + place.words() + ")";
    }
}
