package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.SpectrumRow;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Spectrum;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S16: a spectrum is interrupted while its point at 10 mHz is measured, which takes minutes. */
class S16BrokenSpectrumTest {
    /** The point under way cannot be stopped; so long it may take, with its ranges to be found. */
    private static final Duration POINT = Duration.ofSeconds(10 + 12 * 100);

    private static final String PROTOCOL = """
            protocol: impedance
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, silence: 10 s }
            steps:
              - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 kHz, to: 10 mHz, per decade: 3 }
              - { charge: 1C, until: voltage >= 4.6 V, at most: 1 h }
            """;

    /** From 1 kHz to 10 mHz with three a decade. */
    private static final int POINTS = 16;

    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.one(folder);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    /** Into the midst of the last point. */
    private void sweep() throws IOException {
        rig.start("E1", PROTOCOL, Rigs.bareCell(folder));
        rig.runUntil(
                Duration.ofSeconds(10),
                () -> !rig.channel(0).path("spectrum_for_s").isNull());
        rig.run(Duration.ofSeconds(3 * 46 + 3 * 21 + 3 * 10 + 200 + 100));
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
        assertThat(rig.channel(0).path("spectrum_for_s").asDouble()).isPositive();
    }

    private void keptAndFlagged() {
        List<SpectrumRow> rows = rig.told().stream()
                .map(EmulatedRig.Told::report)
                .filter(Effect.SpectrumRecorded.class::isInstance)
                .map(report -> ((Effect.SpectrumRecorded) report).row())
                .toList();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.extent()).isEqualTo(SpectrumRow.Extent.BROKEN_OFF);
            assertThat(row.spectrum().points()).hasSizeBetween(POINTS - 4, POINTS - 1);
            assertThat(row.spectrum().points())
                    .extracting(Spectrum.Point::hertz)
                    .allMatch(hertz -> hertz > 0.01);
        });
        assertThat(rig.truth().amps()).isZero();
    }

    private void goesOnWithTheSpectrumAnew() {
        rig.ask("resume", "E1");
        rig.runUntil(
                Duration.ofSeconds(20),
                () -> !rig.channel(0).path("spectrum_for_s").isNull());
        assertThat(rig.channel(0).path("step").asText()).startsWith("EIS");
    }

    @Test
    void heldByAPersonItIsKeptAsFarAsItWentAndTheCellIsAtRest() throws IOException {
        sweep();
        rig.ask("hold", "E1");
        rig.runUntil(POINT, () -> rig.isHeld(0));
        keptAndFlagged();
        goesOnWithTheSpectrumAnew();
    }

    @Test
    void unpluggedItIsKeptAsFarAsItWentAndTheCellIsAtRestOnceItIsBack() throws IOException {
        sweep();
        rig.cable("pstat-1").unplug();
        rig.runUntil(Rigs.LOST, () -> rig.phase(0) == Phase.STOPPING);
        rig.run(Duration.ofSeconds(10));
        rig.cable("pstat-1").plug();
        rig.runUntil(POINT, () -> rig.isHeld(0));
        keptAndFlagged();
        goesOnWithTheSpectrumAnew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reboot", "reboot-on", "fail 64"})
    void brokenOffByTheInstrumentItIsKeptAsFarAsItWent(String trick) throws IOException {
        sweep();
        rig.trick("pstat-1 " + trick);
        rig.runUntil(POINT.multipliedBy(2), () -> rig.isHeld(0));
        keptAndFlagged();
    }
}
