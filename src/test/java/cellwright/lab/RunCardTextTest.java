package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.protocol.Bench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run's card is read as it was written. */
class RunCardTextTest {
    private static RunCard card(String startedBy, Map<Signal, Regulator.Span> bears) {
        return new RunCard(
                "run",
                "test",
                true,
                "protocol",
                "protocol.yaml",
                "0".repeat(64),
                "cell",
                "1".repeat(64),
                Map.of("cycles", "3"),
                4,
                startedBy,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z",
                new Bench(
                        "A1",
                        new Envelope(-6, 6, 0.1, 1_000_000),
                        Map.of(Signal.PRESSURE, new Regulator.Span(0, 4e8)),
                        List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.PRESSURE),
                        Optional.of(new ImpedanceAnalyser.Reach(0.01, 2e5, 0.25, 0.03)),
                        bears));
    }

    @Test
    void aCardOfALaboratoryIsReadAsItWasWritten() {
        RunCard card = card(
                "anna",
                Map.of(
                        Signal.VOLTAGE,
                        new Regulator.Span(0, 4.5),
                        Signal.PRESSURE,
                        new Regulator.Span(Double.NEGATIVE_INFINITY, 4e8),
                        Signal.CURRENT,
                        new Regulator.Span(-0.1, Double.POSITIVE_INFINITY)));
        assertThat(RunCardText.read(RunCardText.write(card))).isEqualTo(card);
    }

    @Test
    void aCardOfARehearsalNamesNeitherAStarterNorAFixture() {
        RunCard card = card("", Map.of());
        String text = RunCardText.write(card);
        assertThat(text).doesNotContain("started by", "bears");
        assertThat(RunCardText.read(text)).isEqualTo(card);
    }
}
