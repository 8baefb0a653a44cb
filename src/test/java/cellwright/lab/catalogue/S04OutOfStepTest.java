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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S4: half a line and then silence, two answers in one, the answer to the question before. */
class S04OutOfStepTest {
    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;
    private double pascals;

    /** The gauge of the press moves while its gas is let out, so that an old answer is a wrong one. */
    @BeforeEach
    void open() throws IOException {
        rig = Rigs.whole(folder);
        rig.start("E1", Rigs.CHARGE, Rigs.cell());
        rig.run(Duration.ofSeconds(5));
        pascals = rig.truth().pascals();
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private void everyPressureIsTheTrueOne() throws IOException {
        List<Sample> samples = rig.events(0, Event.Measured.class).stream()
                .flatMap(event -> event.reading().samples().stream())
                .filter(sample -> sample.signal().equals(Signal.PRESSURE))
                .toList();
        assertThat(samples).isNotEmpty();
        assertThat(samples).filteredOn(Sample::usable).allSatisfy(sample -> assertThat(sample.value())
                .isCloseTo(pascals, within(0.02 * pascals)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pstat-1", "gas", "load-cell", "climate"})
    void halfALineThenSilenceIsAskedAgain(String name) throws IOException {
        for (int i = 0; i < 10; i++) {
            rig.cable(name).spoil(1, answer -> Arrays.copyOf(answer, answer.length / 2));
            rig.run(Duration.ofSeconds(3));
        }
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
        everyPressureIsTheTrueOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gas", "load-cell", "climate"})
    void twoAnswersInOneAreNotTakenForOne(String name) throws IOException {
        for (int i = 0; i < 10; i++) {
            byte[][] held = {{}};
            rig.cable(name).spoil(2, answer -> {
                byte[] all = joined(held[0], answer);
                boolean first = held[0].length == 0;
                held[0] = answer;
                return first ? new byte[0] : all;
            });
            rig.run(Duration.ofSeconds(3));
        }
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
        everyPressureIsTheTrueOne();
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return (new String(head, ISO_8859_1) + new String(tail, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /**
     * Each answer comes when the next question has been asked. The answers of ASCII-2 to one question all look alike, so that a
     * chamber is not found out before something else is asked; until then its answers are one period old.
     */
    @Test
    void anInstrumentThatIsOneAnswerBehindIsFoundOut() throws IOException {
        rig.trick("gas behind on");
        rig.runUntil(
                Duration.ofSeconds(30),
                () -> rig.phase(0) != Phase.RUNNING
                        || !rig.instrument("press-1").path("ready").asBoolean());
        everyPressureIsTheTrueOne();
        rig.trick("gas behind off");
        rig.run(Duration.ofSeconds(40));
        assertThat(rig.instrument("press-1").path("ready").asBoolean()).isTrue();
        everyPressureIsTheTrueOne();
    }

    /** An answer that comes behind its deadline, when the next question has been asked. */
    @ParameterizedTest
    @ValueSource(strings = {"pstat-1", "gas", "load-cell", "climate"})
    void anAnswerThatComesTooLateIsNotTheNextOne(String name) throws IOException {
        for (int millis : List.of(300, 600, 1100, 2600)) {
            rig.cable(name).delay(Duration.ofMillis(millis));
            rig.run(Duration.ofSeconds(5));
            rig.cable(name).mend();
            rig.run(Duration.ofSeconds(15));
            everyPressureIsTheTrueOne();
            rig.ask("resume", "E1");
            rig.run(Duration.ofSeconds(3));
            assertThat(rig.phase(0)).as("after %s ms", millis).isEqualTo(Phase.RUNNING);
        }
    }
}
