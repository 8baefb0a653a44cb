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
 * @param bears what its wiring and fixture bear at most, SI, in cell volts: judged on every reading like a cell's envelope
 */
public record Bench(
        String channel,
        Envelope potentiostat,
        Map<Signal, Regulator.Span> regulates,
        List<Signal> reports,
        Optional<ImpedanceAnalyser.Reach> analyser,
        Map<Signal, Regulator.Span> bears) {
    /** A bench that bears whatever its instruments can do. */
    public Bench(
            String channel,
            Envelope potentiostat,
            Map<Signal, Regulator.Span> regulates,
            List<Signal> reports,
            Optional<ImpedanceAnalyser.Reach> analyser) {
        this(channel, potentiostat, regulates, reports, analyser, Map.of());
    }

    /** Takes immutable copies. */
    public Bench {
        regulates = Map.copyOf(regulates);
        reports = List.copyOf(reports);
        bears = Map.copyOf(bears);
    }
}
