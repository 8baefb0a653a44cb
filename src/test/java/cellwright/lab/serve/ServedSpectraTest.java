package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.RunAudit;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectra of a served laboratory: from the start of the run to what lies in its sealed folder. */
class ServedSpectraTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    private ServedLab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new ServedLab(first);
        lab.end();
        lab.configure("""
                lab: bench
                folder: data
                instruments:
                  rig:
                    driver: simulator
                    settings: { cell: A7, active_mass_kg: 4.885e-6, area_m2: 7.854e-5, start_stoichiometry: 0.6 }
                channels: { A1: { potentiostat: rig } }
                """);
        Files.writeString(first.resolve("cell.yaml"), ServedLab.CELL.replace("2..4.5 V", "1..5 V"));
        protocol("1 kHz", "100 mHz");
        lab.start();
        lab.run(Duration.ofSeconds(1));
    }

    private void protocol(String from, String to) throws IOException {
        Files.writeString(first.resolve("protocol.yaml"), """
                protocol: a spectrum
                record: { every: 10 s }
                limits: { voltage: 1..5 V vs cell, silence: 4 s }
                steps:
                  - eis: { mode: potentiostatic, amplitude: 10 mV, from: %s, to: %s, per decade: 3 }
                """.formatted(from, to));
    }

    private Path begun() {
        JsonNode started = lab.startOn("A1");
        assertThat(started.path("ok").asBoolean()).as(started.toString()).isTrue();
        lab.runUntil(MINUTE, () -> lab.channel(0).path("spectrum_for_s").isNumber());
        return Path.of(started.path("folder").asText());
    }

    private List<SpectrumRow> spectra(Path run) throws IOException {
        List<SpectrumRow> spectra = new ArrayList<>();
        ServedLab.made(RunReplay.open(new RunFolder(run))).play(report -> {
            if (report instanceof Effect.SpectrumRecorded recorded) {
                spectra.add(recorded.row());
            }
        });
        return spectra;
    }

    @Test
    void aSpectrumIsMeasuredByTheClockAndLiesInTheSealedRun() throws IOException {
        Path run = begun();
        lab.run(Duration.ofSeconds(5));
        JsonNode channel = lab.channel(0);
        assertThat(channel.path("spectrum_for_s").asDouble()).isBetween(4.5, 5.5);
        assertThat(channel.path("spectrum_at_most_s").asDouble()).isGreaterThan(60);
        assertThat(channel.path("spectra").asInt()).isZero();
        assertThat(channel.path("reading_age_s").asDouble())
                .as("the cell is seen meanwhile")
                .isLessThan(0.3);
        lab.runUntil(MINUTE, () -> lab.phase(0) == Phase.ENDED);
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: complete");
        assertThat(spectra(run)).singleElement().satisfies(row -> {
            assertThat(row.extent()).isEqualTo(Extent.WHOLE);
            assertThat(row.spectrum().points()).hasSize(13);
        });
        assertThat(Journaled.events(lab.data().resolve("journal"), 0))
                .filteredOn(Event.SpectrumTaken.class::isInstance)
                .hasSize(1);
        assertThat(ServedLab.made(RunAudit.of(new RunFolder(run))).ok()).isTrue();
    }

    @Test
    void aHoldEndsASpectrumAtOnceAndResumingMeasuresItAgain() throws IOException {
        Path run = begun();
        lab.run(Duration.ofSeconds(5));
        JsonNode held = lab.ask("hold", "A1");
        assertThat(held.path("settled").asBoolean()).isTrue();
        assertThat(lab.channel(0).path("spectrum_for_s").isNull()).isTrue();
        assertThat(lab.channel(0).path("spectra").asInt()).isEqualTo(1);
        assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(MINUTE, () -> lab.phase(0) == Phase.ENDED);
        assertThat(spectra(run)).extracting(SpectrumRow::extent).containsExactly(Extent.BROKEN_OFF, Extent.WHOLE);
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: complete");
    }

    @Test
    void aSpectrumThatTheProgramDidNotLiveToSeeIsMeasuredAgain() throws IOException {
        String id = begun().getFileName().toString();
        lab.run(Duration.ofSeconds(5));
        lab.crashAndStart(second, Duration.ofSeconds(3));
        lab.runUntil(MINUTE, () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.channel(0).path("cause").asText()).contains("the program was gone for");
        assertThat(lab.channel(0).path("spectra").asInt()).isZero();
        assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(MINUTE, () -> lab.phase(0) == Phase.ENDED);
        Path run = lab.data().resolve("runs").resolve(id);
        assertThat(spectra(run)).extracting(SpectrumRow::extent).containsExactly(Extent.WHOLE);
        assertThat(ServedLab.made(RunAudit.of(new RunFolder(run))).ok()).isTrue();
    }

    @Test
    void aSweepBeyondTheAnalysersReachIsRefusedAtTheStart() throws IOException {
        protocol("1 GHz", "100 mHz");
        JsonNode refused = lab.startOn("A1");
        assertThat(refused.path("ok").asBoolean()).isFalse();
        assertThat(refused.path("problems").toString()).contains("protocol.yaml:", "Hz");
        assertThat(lab.phase(0)).isEqualTo(Phase.IDLE);
    }
}
