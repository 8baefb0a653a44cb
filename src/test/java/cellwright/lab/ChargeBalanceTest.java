package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charge a journal holds is the charge that went through the cell. */
final class ChargeBalanceTest {
    private static final double CLOSES = 1e-9;
    private static final double NANO = 1e-9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zhou-2022-ncm85-c5-life", "zhou-2022-ncm85-3c-life", "cccv-basic"})
    void stepsAndCounterAgree(String protocol) throws IOException, LogFailure {
        House.run(House.prepared(protocol, Map.of("cycles", "3")), folder.resolve("run"));
        RunAudit audit = House.audit(folder.resolve("run"));
        assertThat(audit.throughputCoulombs()).isGreaterThan(1);
        assertThat(audit.chargeImbalance()).isLessThan(CLOSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhou-2022-ncm85-c5-life", "zhou-2022-ncm85-3c-life"})
    void currentsTimesTimesAreTheCounter(String protocol) throws IOException, LogFailure {
        House.run(House.prepared(protocol, Map.of("cycles", "3")), folder.resolve("run"));
        List<Reading> readings = readings();
        double summed = 0;
        double through = 0;
        for (int i = 1; i < readings.size(); i++) {
            Reading before = readings.get(i - 1);
            Reading now = readings.get(i);
            double coulombs = now.value(Signal.CURRENT) * (now.atNanos() - before.atNanos()) * NANO;
            summed += coulombs;
            through += Math.abs(coulombs);
        }
        double counted = readings.get(readings.size() - 1).value(Signal.CHARGE)
                - readings.get(0).value(Signal.CHARGE);
        assertThat(through).isGreaterThan(10);
        assertThat(summed).isCloseTo(counted, within(CLOSES * through));
    }

    @Test
    void everyCycleIsItsCharge() throws IOException, LogFailure {
        Rehearsal.Outcome outcome =
                House.run(House.prepared("cccv-basic", Map.of("cycles", "3")), folder.resolve("run"));
        double charged = outcome.cycles().stream()
                .mapToDouble(cycle -> cycle.tally().chargeCoulombs())
                .sum();
        double discharged = outcome.cycles().stream()
                .mapToDouble(cycle -> cycle.tally().dischargeCoulombs())
                .sum();
        double through = charged + discharged;
        assertThat(outcome.ledger().test().chargeCoulombs()).isCloseTo(charged, within(CLOSES * through));
        assertThat(outcome.ledger().test().dischargeCoulombs()).isCloseTo(discharged, within(CLOSES * through));
    }

    private List<Reading> readings() throws IOException {
        List<Reading> readings = new ArrayList<>();
        House.replay(folder.resolve("run")).play(report -> {}, event -> {
            if (event instanceof Event.Measured measured) {
                readings.add(measured.reading());
            }
        });
        return readings;
    }
}
