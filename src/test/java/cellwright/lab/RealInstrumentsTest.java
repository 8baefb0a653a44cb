package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Cause;
import cellwright.engine.EventLog.LogFailure;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the library on instruments that are a little wrong, and on such that fail. */
final class RealInstrumentsTest {
    @TempDir
    Path folder;

    private Rehearsal.Outcome ran(String name, long seed, Map<String, String> simulate) throws IOException, LogFailure {
        Map<String, String> settings = new TreeMap<>(simulate);
        settings.put("instrument", "real");
        Prepared.Order order =
                new Prepared.Order(House.protocol("cccv-basic"), House.CELL, Map.of("cycles", "2"), seed, settings);
        return switch (Prepared.from(order)) {
            case Result.Made<Prepared> made -> House.run(made.value(), folder.resolve(name));
            case Result.Refused<Prepared> refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }

    private byte[] journal(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name).resolve("journal"))) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".cwj"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static double discharged(Rehearsal.Outcome outcome) {
        return outcome.cycles().get(1).tally().dischargeCoulombs();
    }

    @Test
    void aRunGoesThroughAndIsTheSameForTheSameSeed() throws Exception {
        Rehearsal.Outcome ideal = House.run(House.prepared("cccv-basic", Map.of("cycles", "2")), folder.resolve("i"));
        Rehearsal.Outcome first = ran("a", 1, Map.of());
        Rehearsal.Outcome second = ran("b", 1, Map.of());
        Rehearsal.Outcome other = ran("c", 2, Map.of());
        assertThat(first.cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(journal("a")).isEqualTo(journal("b")).isNotEqualTo(journal("c"));
        assertThat(discharged(first)).isEqualTo(discharged(second)).isNotEqualTo(discharged(other));
        for (Rehearsal.Outcome real : new Rehearsal.Outcome[] {first, other}) {
            assertThat(discharged(real) / discharged(ideal)).isCloseTo(1, within(5e-3));
        }
        assertThat(House.audit(folder.resolve("a")).ok()).isTrue();
    }

    @Test
    void aVoltageThatIsNoNumberEndsTheRunByALimit() throws Exception {
        Cause cause = ran("nan", 0, Map.of("faults", "nan at 10 h")).cause();
        assertThat(cause.kind()).isEqualTo(Cause.Kind.ENVELOPE);
        assertThat(cause.toString()).contains("voltage has no usable value");
    }

    @Test
    void aLeadThatFallsOffIsNoticed() throws Exception {
        Cause cause = ran("lead", 0, Map.of("faults", "open_lead at 10 h")).cause();
        assertThat(cause.toString()).contains("not what was ordered");
    }
}
