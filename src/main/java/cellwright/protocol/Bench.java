package cellwright.protocol;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the instruments of a channel can do; the compiler refuses what exceeds it.
 *
 * @param channel the channel's name
 * @param potentiostat what the potentiostat can do
 * @param regulates set-point spans of the press, the chamber and the like, SI
 * @param reports every signal measured on the channel
 * @param analyser what its impedance analyser can do; empty if it has none
 */
public record Bench(
        String channel,
        Envelope potentiostat,
        Map<Signal, Regulator.Span> regulates,
        List<Signal> reports,
        Optional<ImpedanceAnalyser.Reach> analyser) {
    /** Takes immutable copies. */
    public Bench {
        regulates = Map.copyOf(regulates);
        reports = List.copyOf(reports);
    }
}
