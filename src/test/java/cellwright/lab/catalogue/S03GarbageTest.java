package cellwright.lab.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3: bytes that nobody said, before, inside and after an answer. */
class S03GarbageTest {
    private static final Duration BETWEEN = Duration.ofMillis(700);

    @TempDir
    private Path folder = Path.of("");

    /**
     * What happens to an answer.
     *
     * @param garbage bytes that come in
     * @param at where, as a share of the answer's length: 0 before it, 1 behind it
     * @param in place of how many of its bytes
     */
    record Mutation(String garbage, double at, int in) {
        byte[] of(byte[] answer) {
            int from = (int) Math.round(at * answer.length);
            int to = Math.min(answer.length, from + in);
            var all = new ByteArrayOutputStream();
            all.writeBytes(Arrays.copyOf(answer, from));
            all.writeBytes(garbage.getBytes(ISO_8859_1));
            all.writeBytes(Arrays.copyOfRange(answer, to, answer.length));
            return all.toByteArray();
        }
    }

    private static Gen<Mutation> mutations() {
        Gen<Double> places = Gen.oneOf(Gen.always(0.0), Gen.always(1.0), Numbers.doubles(0, 1));
        Gen<String> bytes = Texts.bytes(0, 30).map(raw -> new String(raw, ISO_8859_1));
        return bytes.flatMap(
                text -> places.flatMap(place -> Numbers.ints(0, 3).map(count -> new Mutation(text, place, count))));
    }

    /** A load cell's frames carry a checksum: what is damaged is never a pressure. */
    @Test
    void behindAChecksumNoWrongValueIsTaken() throws IOException {
        try (EmulatedRig rig = Rigs.whole(folder)) {
            rig.start("E1", Rigs.CHARGE, Rigs.cell());
            rig.run(Duration.ofSeconds(5));
            double pascals = rig.truth().pascals();
            Property.forAll(mutations()).checkWhole(150, mutation -> {
                spoil(rig, "load-cell", mutation);
                rig.run(BETWEEN);
            });
            assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
            List<Sample> samples = samples(rig, Signal.PRESSURE);
            assertThat(samples).hasSizeGreaterThan(500);
            assertThat(samples).filteredOn(Sample::usable).allSatisfy(sample -> assertThat(sample.value())
                    .isCloseTo(pascals, within(0.02 * pascals)));
            assertThat(rig.instrument("force-1").path("repeats").asLong()).isGreaterThan(20);
            rig.cable("load-cell").mend();
            rig.run(Duration.ofSeconds(5));
            assertThat(rig.channel(0).path("pressure_pa").asDouble()).isCloseTo(pascals, within(0.02 * pascals));
        }
    }

    /** A potentiostat's lines carry none: a digit may become another one, but no run ends by one such reading. */
    @Test
    void withoutAChecksumNothingIsDoneOnOneReading() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1);
            Property.forAll(mutations()).checkWhole(150, mutation -> {
                spoil(rig, "pstat-1", mutation);
                rig.run(BETWEEN);
                assertThat(rig.phase(0)).as("%s", rig.channel(0)).isEqualTo(Phase.RUNNING);
                assertThat(rig.channel(0).path("step").asText()).startsWith("charge");
                assertThat(rig.truth().amps()).isPositive();
            });
        }
    }

    private static void spoil(EmulatedRig rig, String name, Mutation mutation) {
        rig.cable(name).spoil(1, mutation::of);
    }

    private static List<Sample> samples(EmulatedRig rig, Signal signal) throws IOException {
        return rig.events(0, Event.Measured.class).stream()
                .flatMap(event -> event.reading().samples().stream())
                .filter(sample -> sample.signal().equals(signal))
                .toList();
    }
}
