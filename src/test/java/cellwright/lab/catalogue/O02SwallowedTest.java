package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** O2: the network to a press swallows everything, or is half open, and nobody is told; or it is only bad. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class O02SwallowedTest extends OverGateway {
    private static final Duration NOTICED = Rigs.LOST.plus(Gateway.PERIOD);

    @BeforeEach
    void charge() throws IOException {
        Gateway.charge(rig);
    }

    private void isHeldInTimeAndGoesOnWhenAskedTo() {
        List<String> before = gateway.taken();
        Duration noticed = rig.runUntil(Duration.ofSeconds(10), () -> rig.phase(0) != Phase.RUNNING);
        assertThat(noticed).isLessThanOrEqualTo(NOTICED);
        rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
        assertThat(rig.cause(0)).contains("press");
        gateway.relay.mend();
        rig.runUntil(
                Duration.ofMinutes(2),
                () -> rig.instrument("press-1").path("ready").asBoolean());
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        rig.run(Duration.ofSeconds(1));
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
        assertThat(gateway.taken()).isEqualTo(before);
    }

    @Test
    void aNetworkThatSwallowsEverythingBringsTheCellToRest() {
        gateway.relay.silence();
        isHeldInTimeAndGoesOnWhenAskedTo();
    }

    @Test
    void aConnectionWhoseFarHalfIsGoneBringsTheCellToRest() {
        gateway.relay.halve();
        isHeldInTimeAndGoesOnWhenAskedTo();
    }
}
