package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.testkit.LineFault;
import cellwright.testkit.Wire;
import cellwright.world.link.PseudoTerminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A run over a socket or a pseudo-terminal whose line is spoiled, cut, slow or pulled.
 */
@Timeout(60)
class WireToWorldTest extends WiredRun {
    private void openSocket() throws IOException {
        open("tcp:127.0.0.1:" + proxy.listen(() -> Wire.to(cell)));
    }

    private void more(int readings) {
        long before = readings();
        until(() -> readings() >= before + readings || phase() != Phase.RUNNING);
    }

    private String heldFor() {
        return conductor().state(0) instanceof ChannelState.Held held
                ? held.cause().message()
                : "not held: " + phase();
    }

    @Test
    void aSpoiledAnswerNowAndThenIsAskedForAgainAndTheRunGoesOn() throws IOException {
        openSocket();
        charge();
        for (LineFault fault : List.of(
                new LineFault.Drop(),
                new LineFault.Corrupt(5, 0x40),
                new LineFault.Duplicate(),
                new LineFault.Garbage("\u0000\u00ff!!\n"),
                new LineFault.Split(4, Duration.ofMillis(5)),
                new LineFault.Merge(),
                new LineFault.Delay(Duration.ofMillis(300)))) {
            long before = figures().repeats();
            proxy.answers(fault);
            // readings of before may still be waiting, so that some more of them do not say that the fault has come to
            // pass
            until(() -> !spoilsAnAnswer(fault) || figures().repeats() > before || phase() != Phase.RUNNING);
            more(5);
            assertThat(phase()).as(fault.toString()).isEqualTo(Phase.RUNNING);
        }
        noWrongValueWasTakenForARightOne();
    }

    private static boolean spoilsAnAnswer(LineFault fault) {
        return fault instanceof LineFault.Drop
                || fault instanceof LineFault.Corrupt
                || fault instanceof LineFault.Merge
                || fault instanceof LineFault.Delay;
    }

    @Test
    void aConnectionThatIsCutPutsTheRunToRestAndIsMadeAgainAndTheRunGoesOn() throws IOException {
        openSocket();
        charge();
        proxy.answers(new LineFault.Cut(3));
        until(() -> phase() == Phase.HELD);
        assertThat(heldFor()).contains("the far end closed the connection").contains("tcp:127.0.0.1:");
        assertThat(cell.amps()).isZero();
        assertThat(figures().connects()).isEqualTo(2);
        ask(Event.Request.RESUME);
        until(() -> cell.amps() > 0);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void anInstrumentThatFallsSilentIsMadeSafeAsSoonAsItIsHeardAgain() throws IOException {
        openSocket();
        charge();
        LineFault[] silence = new LineFault[12];
        Arrays.fill(silence, new LineFault.Drop());
        proxy.answers(silence);
        until(() -> phase() == Phase.HELD);
        assertThat(heldFor()).contains("pstat-0");
        assertThat(cell.amps()).isZero();
    }

    @Test
    void aSlowSerialLineOnAPseudoTerminalCarriesAWholeRun() throws IOException {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            proxy.shaped(Duration.ofNanos(86_806));
            proxy.join(terminal.wire(), Wire.to(cell));
            open("serial:" + terminal.device() + "?baud=115200");
            charge();
            more(20);
            ask(Event.Request.STOP);
            until(() -> phase() == Phase.ENDED);
            assertThat(cell.amps()).isZero();
            assertThat(figures().failures()).isZero();
        }
    }

    @Test
    void aSerialAdapterThatIsPulledIsALossWithItsAddress() throws IOException {
        PseudoTerminal terminal = new PseudoTerminal();
        proxy.join(terminal.wire(), Wire.to(cell));
        open("serial:" + terminal.device());
        charge();
        terminal.close();
        until(() -> phase() == Phase.STOPPING);
        assertThat(alarms()).anySatisfy(message -> assertThat(message)
                .contains("serial:" + terminal.device())
                .contains("unplugged"));
    }
}
