package cellwright.lab.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.CycleFigures;
import cellwright.engine.Tally;
import cellwright.figure.Axis;
import cellwright.lab.RunData;
import cellwright.protocol.program.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of cycles, of cycles that are made up and of a run. */
final class CyclesTest {
    @TempDir
    static Path folder;

    private static RunData ran;

    @BeforeAll
    static void run() throws IOException {
        Made.in(folder);
        Laboratory laboratory = new Laboratory(folder, Instant.EPOCH, () -> false);
        Tried tried = laboratory.tried(Made.trial("cycles"), 1, folder.resolve("run"));
        assertThat(tried).isInstanceOf(Tried.Done.class);
        ran = ((Tried.Done) tried).data();
    }

    /** The run with other cycles: of 1 mAh charge each, and the given discharges, on 10 mg and 1 cm². */
    private static RunData discharging(double... mah) {
        Scale scale = new Scale(OptionalDouble.of(10e-6), OptionalDouble.of(1e-4), OptionalDouble.empty());
        List<CycleMetrics> cycles = new ArrayList<>();
        for (int i = 0; i < mah.length; i++) {
            Tally tally = new Tally(3.6, mah[i] * 3.6, 12, 11);
            cycles.add(CycleMetrics.of(new CycleFigures(i + 1, 0, 1, tally, mah[i] / mah[0]), scale));
        }
        return new RunData(
                ran.replay(),
                ran.audit(),
                cycles,
                ran.steps(),
                ran.rows(),
                ran.spectra(),
                ran.alarms(),
                ran.shortSeen());
    }

    @Test
    void capacitiesArePerMassAndArea() {
        RunData data = discharging(1, 0.9);
        assertThat(Cycles.dischargePerGram(data, 2)).isCloseTo(90, within(1e-9));
        assertThat(Cycles.dischargePerSquareCm(data, 2)).isCloseTo(0.9, within(1e-12));
        assertThat(Cycles.retention(data, 2)).isCloseTo(90, within(1e-9));
        assertThat(Cycles.ratio(data, 1, 2)).isCloseTo(100 / 0.9, within(1e-9));
    }

    @Test
    void stabilityIsTheLargestDepartureEitherWay() {
        RunData data = discharging(0.5, 1, 1.002, 0.98, 1.01, 2);
        assertThat(Cycles.departure(data, 2, 5, 2)).isCloseTo(2, within(1e-9));
        assertThat(Cycles.departure(data, 2, 3, 2)).isCloseTo(0.2, within(1e-9));
        assertThat(Cycles.leastPerGram(data, 2, 5)).isCloseTo(98, within(1e-9));
        assertThat(Cycles.leastPerSquareCm(data, 2, 5)).isCloseTo(0.98, within(1e-9));
    }

    @Test
    void theAxisOfEfficienciesHoldsAllButTheRareOnesAndAHundred() {
        double[] mah = new double[120];
        Arrays.setAll(mah, i -> i == 60 ? 0.2 : 0.998 + 0.001 * (i % 3 - 1));
        Axis axis = Curves.efficiencies(discharging(mah)).y();
        assertThat(axis.low()).isBetween(99.0, 99.7 - 0.004);
        assertThat(axis.high()).isBetween(100.004, 100.2);
        Arrays.setAll(mah, i -> 1.002);
        axis = Curves.efficiencies(discharging(mah)).y();
        assertThat(axis.low()).isBetween(99.9, 99.996);
        assertThat(axis.high()).isBetween(100.204, 100.4);
    }

    @Test
    void aCycleThatWasNotReachedIsARefusalThatSaysHowFarTheRunCame() {
        assertThatThrownBy(() -> Cycles.dischargePerGram(discharging(1, 1), 600))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cycle 600 was not completed; the run has 2 cycles");
    }

    @Test
    void theCurrentDensityIsThatOfTheRowsThemselves() {
        double density = Cycles.dischargeDensity(ran, 2);
        assertThat(density).isCloseTo(4.885e-3 * 180 / 0.7854, within(1e-3));
    }

    @Test
    void aRunRecordsItsRowsStepsAndCycles() {
        assertThat(ran.cycles()).hasSize(2);
        assertThat(ran.steps()).hasSize(4).allSatisfy(step -> {
            assertThat(step.endedSeconds()).isGreaterThan(step.beganSeconds());
            assertThat(step.why()).contains("end condition met at ");
        });
        assertThat(ran.rows().ofCycle(1).size() + ran.rows().ofCycle(2).size())
                .isEqualTo(ran.rows().size());
        int steps = ran.steps().stream()
                .mapToInt(step -> ran.rows().ofStep(step.number()).size())
                .sum();
        assertThat(steps).isEqualTo(ran.rows().size());
        assertThat(ran.rows().ofCycle(3).size()).isZero();
        assertThat(ran.end().orElseThrow().message()).isEqualTo("every step was done");
        var second = ran.rows().ofCycle(2);
        assertThat(second.ofStep(3).size()).isEqualTo(ran.rows().ofStep(3).size());
        assertThat(second.amps(1)).isCloseTo(4.885e-3 * 0.180, within(1e-6));
    }
}
