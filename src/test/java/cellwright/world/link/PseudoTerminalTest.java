package cellwright.world.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.testkit.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Serial links through the system's own drivers, on pseudo-terminals; the test stands at the far end. Skipped where none are
 * to be had.
 */
@Timeout(30)
class PseudoTerminalTest {
    private static final Deadline FAR = new Deadline(Duration.ofSeconds(20).toNanos());

    private final HandClock clock = new HandClock(1);
    private final Switchboard board = Switchboard.ofThisMachine(clock, () -> false);

    private static String heard(Link link, int length) throws InstrumentException {
        var text = new StringBuilder();
        byte[] into = new byte[64];
        while (text.length() < length) {
            int count = link.read(into, FAR);
            text.append(new String(into, 0, count, ISO_8859_1));
        }
        return text.toString();
    }

    private static InstrumentException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InstrumentException.class, call);
    }

    @Test
    void questionsAndAnswersPass() throws IOException, InstrumentException {
        try (PseudoTerminal terminal = new PseudoTerminal();
                Link link = board.link("serial:" + terminal.device() + "?baud=230400")) {
            link.write("who?\n".getBytes(ISO_8859_1), FAR);
            assertThat(terminal.hear()).isEqualTo("who?");
            terminal.say("an instrument\n");
            assertThat(heard(link, 14)).isEqualTo("an instrument\n");
            assertThat(link.read(new byte[1], new Deadline(0))).isZero();
        }
    }

    @Test
    void anUnplugDuringAReadIsALoss() throws IOException, InstrumentException {
        PseudoTerminal terminal = new PseudoTerminal();
        Link link = board.link("serial:" + terminal.device());
        terminal.close();
        InstrumentException lost = failure(() -> link.read(new byte[1], FAR));
        assertThat(lost.kind()).isEqualTo(Kind.LOST);
        assertThat(lost).hasMessageContaining("reading failed").hasMessageContaining("unplugged");
        assertThat(lost.getMessage()).as("said of a port that cannot be opened").doesNotContain("another program");
        assertThat(failure(() -> link.write(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
        assertThat(board.openLinks()).isZero();
    }

    @Test
    void afterAReplugTheNameLeadsToTheNewPort(@TempDir Path folder) throws IOException, InstrumentException {
        Path byId = folder.resolve("usb-potentiostat");
        String address = "serial:" + byId;
        PseudoTerminal first = new PseudoTerminal();
        Files.createSymbolicLink(byId, first.device());
        Link old = board.link(address);
        PseudoTerminal second = new PseudoTerminal();
        first.close();
        assertThat(failure(() -> old.read(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
        Files.delete(byId);
        assertThat(failure(() -> board.link(address))).hasMessageContaining("there is no such port");
        Files.createSymbolicLink(byId, second.device());
        try (Link fresh = board.link(address)) {
            second.say("second\n");
            assertThat(heard(fresh, 7)).isEqualTo("second\n");
        } finally {
            second.close();
        }
    }

    @Test
    void aPortIsLentOnceAndStaysWithWhoHasIt() throws IOException, InstrumentException {
        try (PseudoTerminal terminal = new PseudoTerminal();
                Link link = board.link("serial:" + terminal.device())) {
            Switchboard other = Switchboard.ofThisMachine(clock, () -> false);
            assertThat(failure(() -> other.link("serial:" + terminal.device())))
                    .hasMessageContaining("cannot be opened: this program has it already")
                    .hasMessageContaining("one link for all instruments");
            link.write("mine\n".getBytes(ISO_8859_1), FAR);
            assertThat(terminal.hear()).isEqualTo("mine");
        }
    }
}
