package cellwright.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol as written: a list of steps with the rules that hold for all of them. Immutable once a run has started; a
 * hashed snapshot of it travels with the run.
 *
 * @param name what people call it
 * @param source where the experiment comes from (paper, figure, method section); empty if nowhere
 * @param reference the electrode its voltages are stated against; empty means cell volts
 * @param rateBasis what 1C means
 * @param referenceCycle the cycle that retention is relative to, from 1
 * @param record when a reading is kept
 * @param limits what ends the run at rest, whatever the step
 * @param parameters named parameters with the values in force, in the order written
 * @param steps what to do, in order
 */
public record Protocol(
        String name,
        String source,
        Optional<String> reference,
        RateBasis rateBasis,
        int referenceCycle,
        RecordRule record,
        Limits limits,
        Map<String, String> parameters,
        List<Step> steps) {
    /** Takes immutable copies. */
    public Protocol {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        steps = List.copyOf(steps);
    }
}
