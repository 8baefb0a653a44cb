package cellwright.lab.serve;

import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.protocol.Amount;
import cellwright.protocol.Bench;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Limits;
import cellwright.world.real.ChannelTraits;
import cellwright.world.real.Traits;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a channel of the laboratory can do, from what its instruments said of themselves and what its fixture bears. Pure. */
final class ChannelBench {
    private ChannelBench() {}

    /** Empty if the potentiostat of the channel drives no cell. */
    static Optional<Bench> of(LabPlan.Channel channel, ChannelTraits traits) {
        Traits potentiostat = traits.potentiostat();
        Set<Signal> reports = new LinkedHashSet<>(potentiostat.signals());
        Map<Signal, Regulator.Span> regulates = new LinkedHashMap<>();
        for (Traits companion : traits.companions()) {
            reports.addAll(companion.signals());
            companion.regulates().forEach(regulates::putIfAbsent);
        }
        potentiostat.regulates().forEach(regulates::putIfAbsent);
        return potentiostat
                .envelope()
                .map(envelope -> new Bench(
                        channel.name(),
                        envelope,
                        regulates,
                        List.copyOf(reports),
                        analyser(traits),
                        bears(channel.envelope())));
    }

    /** The one that the world asks for spectra: the potentiostat, or else the first companion that measures them. */
    private static Optional<ImpedanceAnalyser.Reach> analyser(ChannelTraits traits) {
        return Stream.concat(Stream.of(traits.potentiostat()), traits.companions().stream())
                .flatMap(each -> each.analyser().stream())
                .findFirst();
    }

    private static Map<Signal, Regulator.Span> bears(Limits envelope) {
        Map<Signal, Regulator.Span> spans = new LinkedHashMap<>();
        for (Limits.Bound bound : envelope.bounds()) {
            double low = bound.low().map(ChannelBench::si).orElse(Double.NEGATIVE_INFINITY);
            double high = bound.high().map(ChannelBench::si).orElse(Double.POSITIVE_INFINITY);
            spans.put(bound.subject().signal(), new Regulator.Span(low, high));
        }
        return spans;
    }

    /** The configuration's reader has refused everything else already. */
    private static double si(Amount amount) {
        return switch (amount) {
            case Amount.Si si -> si.value();
            case Amount.Volts volts -> volts.volts();
            case Amount.CRate rate -> scaled(rate);
            case Amount.PerArea density -> scaled(density);
            case Amount.PerMass specific -> scaled(specific);
        };
    }

    private static double scaled(Amount amount) {
        throw new IllegalArgumentException("a channel does not know its cell, so " + amount + " means nothing to it");
    }
}
