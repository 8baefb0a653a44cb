package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.testkit.Wire;
import cellwright.world.link.Socat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run over a serial port that nobody here wrote, which is pulled and put back under its name. Skipped where socat is not
 * installed.
 */
@Timeout(60)
class SocatTest extends WiredRun {
    @TempDir
    private Path folder = Path.of("");

    private Optional<WiredCell> behind = Optional.of(cell);
    private Optional<Socat> socat = Optional.empty();
    private int port;

    @Override
    void unplugged() throws IOException {
        if (socat.isPresent()) {
            socat.get().close();
        }
    }

    private void plug() throws IOException {
        if (port == 0) {
            port = proxy.listen(() -> Wire.to(behind.orElseThrow()));
        }
        socat.orElseThrow().plug(port);
    }

    private void pull() throws IOException {
        socat.orElseThrow().pull();
    }

    private void open() throws IOException {
        Socat adapter = new Socat(folder.resolve("usb-potentiostat"));
        socat = Optional.of(adapter);
        plug();
        open(adapter.address() + "?baud=115200");
    }

    /** Pulls the plug while an answer is on its way: its bytes are so slow that some of them have not come yet. */
    private void pullInTheMiddleOfAnAnswer() throws IOException {
        long before = proxy.messages();
        proxy.shaped(Duration.ofMillis(4));
        until(() -> proxy.messages() > before);
        pull();
        proxy.shaped(Duration.ZERO);
    }

    @Test
    void aWholeRunGoesOverIt() throws IOException {
        open();
        long untilItWasThere = figures().failures();
        charge();
        ask(Event.Request.STOP);
        until(() -> phase() == Phase.ENDED);
        assertThat(cell.amps()).isZero();
        assertThat(figures().failures()).isEqualTo(untilItWasThere);
    }

    @Test
    void aPlugPulledInTheMiddleOfAnAnswerIsALossAndBackUnderItsNameTheCellIsMadeSafeAndTheRunGoesOn()
            throws IOException {
        open();
        charge();
        pullInTheMiddleOfAnAnswer();
        until(() -> phase() == Phase.STOPPING);
        assertThat(alarms()).anySatisfy(message -> assertThat(message)
                .contains(socat.orElseThrow().address())
                .contains("unplugged"));
        assertThat(cell.amps()).as("nobody can tell it").isEqualTo(0.5);
        plug();
        until(() -> phase() == Phase.HELD);
        assertThat(cell.amps()).isZero();
        assertThat(figures().connects()).isEqualTo(2);
        ask(Event.Request.RESUME);
        until(() -> cell.amps() > 0);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
        noWrongValueWasTakenForARightOne();
    }

    @Test
    void anotherInstrumentUnderTheSameNameIsToldNothing() throws IOException {
        open();
        charge();
        pullInTheMiddleOfAnAnswer();
        until(() -> phase() == Phase.STOPPING);
        WiredCell stranger = new WiredCell("SN-9", clock, 3.0);
        behind = Optional.of(stranger);
        plug();
        until(() -> health().lastFailure().contains("SN-9"));
        assertThat(stranger.told).isEmpty();
        pull();
        behind = Optional.of(cell);
        plug();
        until(() -> conductor().state(0) instanceof ChannelState.Held);
        assertThat(cell.amps()).isZero();
        assertThat(stranger.told).isEmpty();
    }
}
