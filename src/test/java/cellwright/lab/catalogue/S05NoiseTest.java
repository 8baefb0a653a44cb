package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S5: one byte of a hundred is lost and bits flip, for a day: the run goes on, its limits hold, and people are told of the link. */
class S05NoiseTest {
    private static final double LOST = 0.01;
    private static final double FLIPPED = 1e-6;

    private static final String STEADY = """
            protocol: steady
            reference: Li+/Li
            C-rate: cell
            record: { every: 10 min }
            limits: { voltage: 2.6..4.7 V, silence: 30 s }
            steps:
              - { charge: C/100, until: voltage >= 4.6 V, at most: 100 h }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDayOfNoiseTripsNothingAndPeopleAreToldOnceAndAgainWhenItIsOver() throws IOException {
        try (EmulatedRig rig = begun(STEADY)) {
            rig.cable("pstat-1").noise(5, LOST, FLIPPED);
            rig.run(Duration.ofHours(24));
            assertThat(rig.phase(0)).as(rig.cause(0)).isEqualTo(Phase.RUNNING);
            assertThat(rig.alarms()).noneMatch(alarm -> !alarm.startsWith("REMARK"));
            assertThat(remarks(rig)).singleElement().asString().contains("did not go well at once; look at cable");
            assertThat(rig.instrument("driver-1").path("trouble_share").asDouble())
                    .isBetween(0.1, 0.6);
            assertThat(rig.instrument("driver-1").path("mended").asLong()).isPositive();
            assertThat(rig.instrument("driver-1").path("poor_link").asBoolean()).isTrue();
            rig.cable("pstat-1").mend();
            rig.run(Duration.ofHours(1));
            assertThat(remarks(rig)).hasSize(2);
            assertThat(remarks(rig).getLast()).contains("as it should be");
            assertThat(rig.instrument("driver-1").path("poor_link").asBoolean()).isFalse();
        }
    }

    @Test
    void aLimitIsKeptInAllThatNoise() throws IOException {
        String tight = STEADY.replace("C/100", "1C").replace("4.7 V", "4.05 V").replace("4.6 V", "4.05 V");
        try (EmulatedRig rig = begun(tight)) {
            rig.cable("pstat-1").noise(6, LOST, FLIPPED);
            rig.runUntil(Duration.ofMinutes(20), () -> rig.phase(0) != Phase.RUNNING);
            double reached = rig.truth().volts();
            rig.cable("pstat-1").mend();
            rig.runUntil(Duration.ofMinutes(5), () -> rig.phase(0) == Phase.HELD || rig.phase(0) == Phase.ENDED);
            assertThat(rig.truth().amps()).isZero();
            assertThat(reached).isLessThan(4.05 - Rigs.COUNTER_VOLTS + 1e-3);
        }
    }

    /** Read every two seconds, and lost after fifteen such times: as often in a row as with 200 ms and 3 s. */
    private EmulatedRig begun(String protocol) throws IOException {
        EmulatedRig rig = Rigs.slow(folder, Duration.ofSeconds(2), Duration.ofSeconds(30));
        rig.run(Duration.ofMinutes(1));
        Rigs.charge(rig, 1, protocol);
        rig.run(Duration.ofMinutes(1));
        return rig;
    }

    private static List<String> remarks(EmulatedRig rig) {
        return rig.told().stream()
                .map(told -> told.report().toString())
                .filter(text -> text.contains("the link of driver-1"))
                .toList();
    }
}
