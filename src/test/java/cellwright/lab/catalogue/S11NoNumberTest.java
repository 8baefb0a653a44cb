package cellwright.lab.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S11: what is no number, what is too large for one, and units that change. */
class S11NoNumberTest {
    /** Lost, and the way to rest. */
    private static final Duration TO_REST = Rigs.LOST.plus(Duration.ofSeconds(2));

    private static final int ALWAYS = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    private static List<Sample> since(EmulatedRig rig, Signal signal, long nanos) throws IOException {
        return rig.events(0, Event.Measured.class).stream()
                .filter(event -> event.atNanos() > nanos)
                .flatMap(event -> event.reading().samples().stream())
                .filter(sample -> sample.signal().equals(signal))
                .toList();
    }

    private static UnaryOperator<byte[]> replacing(String pattern, String by) {
        return bytes -> new String(bytes, ISO_8859_1).replaceAll(pattern, by).getBytes(ISO_8859_1);
    }

    /** Voltage {@code ab} and current {@code ba} are seven hexadecimal digits and a prefix. */
    @ParameterizedTest
    @ValueSource(
            strings = {"     nan", "     Inf", "    -Inf", " 9.9E+37", "9.9E37 m", "OVERLOAD", "       -", "-0000000"})
    void whatIsNoNumberIsNeverStoredAsOneAndTheCellComesToRest(String text) throws IOException {
        for (String variable : List.of("ab", "ba")) {
            try (EmulatedRig rig = Rigs.one(Files.createTempDirectory(folder, variable))) {
                Rigs.charge(rig, 1);
                long since = rig.now();
                rig.cable("pstat-1").spoil(ALWAYS, replacing(variable + "[0-9A-F]{7}[a-z ]", variable + text));
                rig.runUntil(TO_REST, () -> rig.phase(0) != Phase.RUNNING);
                assertThat(since(rig, variable.equals("ab") ? Signal.VOLTAGE : Signal.CURRENT, since))
                        .as("what was said behind the last whole reading")
                        .filteredOn(Sample::usable)
                        .hasSizeLessThanOrEqualTo(1);
                rig.cable("pstat-1").mend();
                rig.runUntil(TO_REST, () -> rig.isHeld(0));
                assertThat(rig.truth().amps()).isZero();
            }
        }
    }

    @Test
    void anOverloadIsAViolationAndNoNumber() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1);
            long since = rig.now();
            rig.trick("pstat-1 overload on");
            rig.runUntil(Duration.ofSeconds(1), () -> rig.phase(0) != Phase.RUNNING);
            assertThat(since(rig, Signal.CURRENT, since + Rigs.PERIOD.toNanos()))
                    .isNotEmpty()
                    .noneMatch(Sample::usable);
            rig.run(Duration.ofSeconds(2));
            assertThat(rig.phase(0))
                    .as("a current that is not known is not at rest")
                    .isEqualTo(Phase.STOPPING);
            rig.trick("pstat-1 overload off");
            rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        }
    }

    /** Somebody chooses another unit at the front panel: the same numbers mean another pressure from then on. */
    @ParameterizedTest
    @ValueSource(strings = {"psi", "kpa"})
    void aUnitThatIsChangedAtTheInstrumentGivesNoWrongPressure(String unit) throws IOException {
        try (EmulatedRig rig = Rigs.pressed(folder)) {
            rig.start("E1", Rigs.CHARGE, Rigs.cell());
            rig.run(Duration.ofSeconds(5));
            double pascals = rig.truth().pascals();
            long since = rig.now();
            rig.trick("gas unit " + unit);
            rig.runUntil(TO_REST, () -> rig.phase(0) != Phase.RUNNING);
            assertThat(since(rig, Signal.PRESSURE, since))
                    .filteredOn(Sample::usable)
                    .allSatisfy(sample -> assertThat(sample.value()).isCloseTo(pascals, within(0.02 * pascals)));
            assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("press-1") && alarm.contains("unit"));
        }
    }
}
