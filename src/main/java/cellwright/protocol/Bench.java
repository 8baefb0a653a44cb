package cellwright.protocol;

import cellwright.instrument.Envelope;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Map;

/**
 * What the instruments of a channel can do; the compiler refuses what exceeds it.
 *
 * @param channel the channel's name
 * @param potentiostat what the potentiostat can do
 * @param regulates set-point spans of the press, the chamber and the like, SI
 * @param reports every signal measured on the channel
 * @param impedance whether an impedance analyser belongs to it
 */
public record Bench(
        String channel,
        Envelope potentiostat,
        Map<Signal, Regulator.Span> regulates,
        List<Signal> reports,
        boolean impedance) {
    /** Takes immutable copies. */
    public Bench {
        regulates = Map.copyOf(regulates);
        reports = List.copyOf(reports);
    }
}
