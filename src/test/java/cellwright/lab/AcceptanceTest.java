package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.Cause;
import cellwright.engine.EventLog.LogFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published numbers the library's protocols must come to on the simulated cells. */
final class AcceptanceTest {
    @TempDir
    Path folder;

    @Test
    void aFifthOfARateGives192() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared("zhou-2022-ncm85-c5-life", Map.of("cycles", "2")));
        assertThat(discharged(outcome, 2)).isCloseTo(192, within(6.0));
    }

    @Test
    void highLoadingGives192() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared(
                House.protocol("zhou-2022-ncm85-high-loading"),
                House.ROOT.resolve("config/cells/ncm85-high-loading.yaml"),
                Map.of("cycles", "2"),
                0));
        CycleMetrics second =
                CycleMetrics.of(outcome.cycles().get(1), highLoading().program().scale());
        assertThat(second.dischargeMahPerGram().getAsDouble()).isCloseTo(192, within(5.0));
        assertThat(second.dischargeMahPerSquareCm().getAsDouble()).isCloseTo(4.14, within(0.12));
    }

    @Test
    void threeTimesTheRateGives86() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared("zhou-2022-ncm85-3c-life", Map.of("cycles", "2")));
        assertThat(outcome.cycles()).hasSize(4);
        assertThat(discharged(outcome, 4)).isCloseTo(86, within(3.0));
        assertThat(outcome.cycles().get(3).retention()).isEqualTo(1);
    }

    @Test
    void aLoopEndsWhenTheRetentionIsLost() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared("zhou-2022-ncm85-3c-life", Map.of("stop_below", "100.5 %")));
        assertThat(outcome.cycles())
                .as("retention is known, and 100 %, after cycle 4")
                .hasSize(4);
    }

    @Test
    void theRateLadderGoesDownAndUp() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared("rate-ladder", Map.of("cycles", "1")));
        assertThat(outcome.cycles()).hasSize(9);
        for (int cycle = 4; cycle <= 8; cycle++) {
            assertThat(discharged(outcome, cycle)).isLessThan(discharged(outcome, cycle - 1));
        }
        assertThat(discharged(outcome, 9)).isCloseTo(discharged(outcome, 2), within(2.0));
    }

    @Test
    void aHoldAddsCharge() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = ran(House.prepared("cccv-basic", Map.of("cycles", "2")));
        assertThat(outcome.cycles()).hasSize(2);
        assertThat(discharged(outcome, 2)).isBetween(192.0, 215.0);
    }

    private Rehearsal.Outcome ran(Prepared prepared) throws IOException, LogFailure {
        Rehearsal.Outcome outcome = House.run(prepared, folder.resolve("run"));
        assertThat(outcome.cause()).isEqualTo(new Cause(Cause.Kind.COMPLETE, "every step was done"));
        assertThat(House.audit(folder.resolve("run")).ok()).isTrue();
        return outcome;
    }

    private static Prepared highLoading() {
        return House.prepared(
                House.protocol("zhou-2022-ncm85-high-loading"),
                House.ROOT.resolve("config/cells/ncm85-high-loading.yaml"),
                Map.of(),
                0);
    }

    private static double discharged(Rehearsal.Outcome outcome, int cycle) {
        Prepared anyOnThisCell = House.prepared("zhou-2022-ncm85-c5-life", Map.of());
        return CycleMetrics.of(
                        outcome.cycles().get(cycle - 1), anyOnThisCell.program().scale())
                .dischargeMahPerGram()
                .getAsDouble();
    }
}
