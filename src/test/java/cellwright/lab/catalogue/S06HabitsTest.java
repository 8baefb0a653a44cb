package cellwright.lab.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S6: echo, handshake bytes, other line ends, a decimal comma, a byte order mark: understood, or refused in words. */
class S06HabitsTest {
    private static final int ALWAYS = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.whole(folder);
        rig.start("E1", Rigs.CHARGE, Rigs.cell());
        rig.run(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private void every(String name, UnaryOperator<String> text) {
        rig.cable(name).spoil(ALWAYS, bytes -> text.apply(new String(bytes, ISO_8859_1))
                .getBytes(ISO_8859_1));
        rig.run(Duration.ofSeconds(20));
    }

    private void understood() throws IOException {
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
        nothingWrongWasTaken();
    }

    /** Refused: the run is held, and who could not be understood is named. */
    private void understoodOrRefused(String driver) throws IOException {
        if (rig.phase(0) != Phase.RUNNING) {
            assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains(driver));
        }
        nothingWrongWasTaken();
    }

    private void nothingWrongWasTaken() throws IOException {
        PlayedBench.Truth truth = rig.truth();
        assertThat(rig.events(0, Event.Measured.class))
                .isNotEmpty()
                .allSatisfy(event -> event.reading().samples().stream()
                        .filter(Sample::usable)
                        .forEach(sample -> {
                            if (sample.signal().equals(Signal.PRESSURE)) {
                                assertThat(sample.value()).isCloseTo(truth.pascals(), within(0.02 * truth.pascals()));
                            } else if (sample.signal().equals(Signal.TEMPERATURE)) {
                                assertThat(sample.value()).isCloseTo(truth.celsius() + 273.15, within(1.0));
                            } else if (sample.signal().equals(Signal.VOLTAGE)) {
                                assertThat(sample.value()).isBetween(3.2, 3.6);
                            } else if (sample.signal().equals(Signal.CURRENT)) {
                                assertThat(sample.value()).isBetween(-1e-6, 1.01 * Rigs.ONE_C);
                            }
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pstat-1", "gas", "load-cell", "climate"})
    void anEchoIsNoAnswer(String name) throws IOException {
        rig.cable(name).echo(true);
        rig.run(Duration.ofSeconds(20));
        understood();
    }

    /** An echo of "off" looks like its acknowledgement; rest is what is read back, and an echo cannot say that. */
    @Test
    void anEchoIsNotTakenForACellAtRest() {
        rig.cable("pstat-1").echo(true);
        rig.ask("hold", "E1");
        for (int i = 0; i < 100; i++) {
            rig.run(Duration.ofMillis(200));
            assertThat(rig.isHeld(0) && rig.truth().amps() != 0).isFalse();
        }
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.startsWith("CRITICAL OFF UNVERIFIED"));
        rig.cable("pstat-1").mend();
        rig.runUntil(Duration.ofSeconds(15), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
    }

    @Test
    void aLineThatEchoesIsNotConnectedAndItIsSaidWhy() {
        rig.cable("pstat-1").echo(true);
        rig.cable("pstat-1").unplug();
        rig.run(Duration.ofSeconds(2));
        rig.cable("pstat-1").plug();
        rig.run(Duration.ofSeconds(10));
        assertThat(rig.instrument("driver-1").path("ready").asBoolean()).isFalse();
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("answers \"t\" with \"t\""));
    }

    @Test
    void handshakeBytesArePassedOver() throws IOException {
        every("pstat-1", S06HabitsTest::withHandshake);
        understood();
    }

    @ParameterizedTest
    @CsvSource({"gas, press-1", "climate, chamber-1"})
    void handshakeBytesAreUnderstoodOrRefused(String name, String driver) throws IOException {
        every(name, S06HabitsTest::withHandshake);
        understoodOrRefused(driver);
    }

    private static String withHandshake(String text) {
        int half = text.length() / 2;
        return "\u0011" + text.substring(0, half) + "\u0013\u0011" + text.substring(half);
    }

    @ParameterizedTest
    @CsvSource({"pstat-1, driver-1", "gas, press-1", "climate, chamber-1"})
    void otherLineEndsAreUnderstoodOrRefused(String name, String driver) throws IOException {
        every(
                name,
                text -> text.contains("\r\n")
                        ? text.replace("\r\n", "\n")
                        : text.contains("\r") ? text.replace("\r", "\r\n") : text.replace("\n", "\r\n"));
        understoodOrRefused(driver);
    }

    @ParameterizedTest
    @CsvSource({"gas, press-1", "climate, chamber-1"})
    void aDecimalCommaIsRefused(String name, String driver) throws IOException {
        every(name, text -> text.replace('.', ','));
        assertThat(rig.phase(0)).isNotEqualTo(Phase.RUNNING);
        understoodOrRefused(driver);
    }

    @ParameterizedTest
    @CsvSource({"pstat-1, driver-1", "gas, press-1", "climate, chamber-1"})
    void aByteOrderMarkIsUnderstoodOrRefused(String name, String driver) throws IOException {
        every(name, text -> "\u00ef\u00bb\u00bf" + text);
        understoodOrRefused(driver);
    }
}
