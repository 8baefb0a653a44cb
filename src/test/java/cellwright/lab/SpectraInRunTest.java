package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Cause;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Quality;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectra of a simulated cell, from the protocol's text through the journal back to who reads the run. */
final class SpectraInRunTest {
    private static final String STEPS = """
            - eis: { mode: galvanostatic, amplitude: 100 µA, from: 100 kHz, to: 1 Hz, per decade: 5 }
            - cycles: 2
              steps:
                - charge: 1C
                  until: voltage >= 4.2 V
                  at most: 2 h
                  every:
                    15 min:
                      - rest: 5 min
                      - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 1 Hz, per decade: 5 }
                - hold: 4.2 V
                  until: time >= 20 min
                  at most: 30 min
                  every:
                    8 min:
                      - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 5, at: hold }
                - if: cycle in [2]
                  then:
                    - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 5 }
                - discharge: 1C
                  until: voltage <= 3.0 V
                  at most: 2 h
            """;

    @TempDir
    Path folder;

    private List<SpectrumRow> live = List.of();

    private List<SpectrumRow> spectra = List.of();

    @BeforeEach
    void rehearse() throws IOException, LogFailure {
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V, pressure: 200..300 MPa", STEPS);
        Rehearsal.Outcome outcome =
                House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(outcome.ledger().spectra()).isEqualTo(outcome.spectra().size());
        live = outcome.spectra();
        spectra = RunData.of(House.replay(folder.resolve("run"))).spectra();
    }

    private List<SpectrumRow> at(String path) {
        return spectra.stream().filter(row -> row.path().startsWith(path)).toList();
    }

    private static double highestHertz(SpectrumRow row) {
        return row.spectrum().points().stream()
                .mapToDouble(Spectrum.Point::hertz)
                .max()
                .orElseThrow();
    }

    @Test
    void whatTheJournalGivesBackIsWhatWasToldLive() throws IOException {
        assertThat(spectra).isEqualTo(live);
        assertThat(spectra)
                .extracting(SpectrumRow::index)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, live.size()).boxed().toList());
        assertThat(House.audit(folder.resolve("run")).ok()).isTrue();
    }

    @Test
    void everyPlaceOfTheProtocolHasItsSpectra() {
        assertThat(at("steps/0"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.sweep().mode()).isEqualTo(Sweep.Mode.GALVANOSTATIC));
        assertThat(at("steps/1/steps/0/every/1")).hasSizeGreaterThan(4);
        assertThat(at("steps/1/steps/1/every/0")).hasSize(4).allSatisfy(row -> {
            assertThat(row.before().value(Signal.VOLTAGE)).isEqualTo(row.heldVolts());
            assertThat(row.after().orElseThrow().value(Signal.VOLTAGE)).isEqualTo(row.heldVolts());
        });
        assertThat(at("steps/1/steps/2/")).extracting(SpectrumRow::cycle).containsExactly(2);
    }

    @Test
    void eachIsWholeAndHasTheStateItWasTakenIn() {
        assertThat(spectra).isNotEmpty().allSatisfy(row -> {
            assertThat(row.extent()).isEqualTo(Extent.WHOLE);
            assertThat(row.spectrum().points()).allSatisfy(point -> {
                assertThat(point.quality()).isEqualTo(Quality.GOOD);
                assertThat(point.real()).isPositive();
            });
            assertThat(highestHertz(row)).isEqualTo(row.sweep().fromHz());
            assertThat(row.before().value(Signal.PRESSURE)).isBetween(200e6, 300e6);
            assertThat(row.before().value(Signal.TEMPERATURE)).isBetween(290.0, 300.0);
        });
        assertThat(at("steps/1/steps/0/every/1").getFirst().test().netCoulombs())
                .isPositive();
    }
}
