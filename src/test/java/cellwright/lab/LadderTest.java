package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.solid.CriticalCurrent;
import cellwright.analysis.solid.CriticalCurrent.HalfCycle;
import cellwright.analysis.solid.CriticalCurrent.Outcome;
import cellwright.analysis.solid.ElectronicConductivity;
import cellwright.analysis.solid.Hold;
import cellwright.analysis.solid.Pellet;
import cellwright.engine.Cause;
import cellwright.engine.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series run on simulated cells, and what the analyses read from their rows. */
class LadderTest {
    private static final Path LITHIUM = House.ROOT.resolve("config/cells/lithium-symmetric.yaml");
    private static final Path BLOCKING = House.ROOT.resolve("config/cells/blocking-chloride.yaml");
    private static final double AREA = 0.7854e-4;

    @TempDir
    Path folder;

    private Path protocol(String steps) throws IOException {
        String text = """
                protocol: under test
                reference: cell
                record: { every: 5 min }
                limits: { voltage: -2..2 V, silence: 10 s }
                steps:
                  - pressure: 5 MPa
                    stable: { within: 1 MPa, for: 1 min }
                    at most: 1 h
                  - temperature: 25 °C
                    stable: { within: 0.2 K, for: 10 min }
                    at most: 6 h
                %s""".formatted(steps.indent(2));
        return Files.writeString(folder.resolve("protocol.yaml"), text);
    }

    private RunData run(Path cell, long seed, String steps) throws Exception {
        Prepared prepared = House.prepared(protocol(steps), cell, Map.of(), seed);
        Path run = folder.resolve("run");
        Rehearsal.Outcome outcome = House.run(prepared, run);
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        return RunData.of(House.replay(run));
    }

    private static final String LADDER = """
            - ramp: { from: 0.05 mA/cm2, to: 1.5 mA/cm2, step: 0.05 mA/cm2 }
              each: 1 h
              both ways: true
              until: short
              then: [ rest: 5 min ]
            - note: after the ramp
            """;

    @Test
    void theCriticalCurrentDensityIsReadFromARun() throws Exception {
        RunData data = run(LITHIUM, 0, LADDER);
        Effect.ShortSeen seen = data.shortSeen().orElseThrow();
        List<HalfCycle> halves = HalfCycles.of(data, "steps/2");
        CriticalCurrent found = CriticalCurrent.of(halves, AREA);
        assertThat(found.milliampsPerSquareCm()).isCloseTo(0.30, within(0.051));
        assertThat(halves.getLast().outcome()).isEqualTo(Outcome.SHORTED);
        assertThat(halves.subList(0, halves.size() - 1)).allMatch(half -> half.outcome() == Outcome.COMPLETED);
        StepTaken last = data.steps().getLast();
        assertThat(last.number()).as("the ramp ends as a whole").isEqualTo(seen.stepCount());
        assertThat(last.why()).startsWith("a short: ");
        double level = found.failedAtAmpsPerSquareMetre().orElseThrow() / 10;
        int index = (int) Math.round(level / 0.05) - 1;
        assertThat(last.path()).matches("steps/2/" + index + "/[01]");
        assertThat(last.label())
                .matches("level " + (index + 1) + " of 30: (dis)?charge [0-9.]+ mA/cm2 = [0-9.]+ mA for 1 h");
        assertThat(data.alarms()).anyMatch(alarm -> alarm.contains("a soft short was detected"));
        assertThat(halves.get(2).coulombs()).isCloseTo(0.1e-3 * 0.7854 * 3600, within(1e-6));
    }

    @Test
    void aRampThatNothingEndsIsALowerBound() throws Exception {
        RunData data = run(LITHIUM, 0, """
                - ramp: { from: 0.05 mA/cm2, to: 0.1 mA/cm2, step: 0.05 mA/cm2 }
                  each: 0.02 mAh/cm2
                  both ways: true
                  until: short
                """);
        CriticalCurrent found = CriticalCurrent.of(HalfCycles.of(data, "steps/2"), AREA);
        assertThat(found.isLowerBound()).isTrue();
        assertThat(found.milliampsPerSquareCm()).isCloseTo(0.10, within(1e-6));
        assertThat(found.cumulativeMahPerSquareCm()).isCloseTo(0.08, within(1e-6));
        assertThat(HalfCycles.of(data, "steps/0")).isEmpty();
    }

    @Test
    void aPolarisationGivesTheElectronicConductivity() throws Exception {
        RunData data = run(BLOCKING, 0, """
                - polarise: [0.25 V, 0.5 V, 0.75 V, 1 V]
                  each: 2 h
                  record: { every: 1 min }
                """);
        var pellet = new Pellet(250e-6 / (2450 * AREA), 0, AREA, 0);
        ElectronicConductivity found =
                ElectronicConductivity.of(Plateaus.of(data, "steps/2"), pellet, Hold.window(600, 1e-12));
        assertThat(found.holds()).hasSize(4);
        assertThat(found.siemensPerMetre().value()).isCloseTo(4.7e-8, within(0.1 * 4.7e-8));
    }
}
