package cellwright.world.real;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Envelope;
import cellwright.instrument.Identity;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Instrument;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a connected instrument said of itself.
 *
 * @param identity who it is
 * @param signals what it reports
 * @param envelope what it can drive, if it drives a cell
 * @param autonomy what it keeps by itself, if it drives a cell
 * @param regulates what it regulates, with the span of set-points
 * @param analyser which spectra it can measure; empty if it measures none
 */
public record Traits(
        Identity identity,
        List<Signal> signals,
        Optional<Envelope> envelope,
        Optional<Autonomy> autonomy,
        Map<Signal, Regulator.Span> regulates,
        Optional<ImpedanceAnalyser.Reach> analyser) {
    /** Takes immutable copies. */
    public Traits {
        signals = List.copyOf(signals);
        regulates = Collections.unmodifiableMap(new LinkedHashMap<>(regulates));
    }

    static Traits of(Instrument instrument) {
        Map<Signal, Regulator.Span> spans = new LinkedHashMap<>();
        if (instrument instanceof Regulator regulator) {
            regulator.regulates().forEach(signal -> spans.put(signal, regulator.span(signal)));
        }
        Optional<Potentiostat> drives =
                instrument instanceof Potentiostat potentiostat ? Optional.of(potentiostat) : Optional.empty();
        return new Traits(
                instrument.identity(),
                instrument.signals(),
                drives.map(Potentiostat::envelope),
                drives.map(Potentiostat::autonomy),
                spans,
                instrument instanceof ImpedanceAnalyser analyser ? Optional.of(analyser.reach()) : Optional.empty());
    }

    /** Whether both are the same piece of apparatus; its firmware may have been renewed. */
    boolean sameAs(Traits other) {
        return identity.maker().equals(other.identity.maker())
                && identity.model().equals(other.identity.model())
                && identity.serial().equals(other.identity.serial());
    }
}
