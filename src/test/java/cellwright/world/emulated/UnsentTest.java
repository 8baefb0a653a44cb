package cellwright.world.emulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.testkit.HandClock;
import cellwright.world.link.Switchboard;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A serial link whose far end has not taken yet what was written: the bytes lie where a slow line has them for a while. */
@Timeout(30)
class UnsentTest {
    /** What is thrown away is thrown away while it is between two threads of the system, which is a matter of luck. */
    private static final int ROUNDS = 300;

    private static final Deadline FAR = new Deadline(Long.MAX_VALUE);

    private static NativeTerminal terminal() {
        try {
            return NativeTerminal.open();
        } catch (IOException none) {
            return abort(none.getMessage());
        }
    }

    private static String heard(NativeTerminal terminal, int length) {
        var heard = new StringBuilder();
        byte[] into = new byte[64];
        while (heard.length() < length) {
            int count = terminal.read(into);
            assertThat(count).as("something comes after \"%s\"", heard).isPositive();
            heard.append(new String(into, 0, count, ISO_8859_1));
        }
        return heard.toString();
    }

    @Test
    void whatWasWrittenIsNotThrownAwayWithWhatWasReceived() throws InstrumentException {
        NativeTerminal terminal = terminal();
        try (Link link =
                Switchboard.ofThisMachine(new HandClock(1), () -> false).link("serial:" + terminal.name())) {
            terminal.write("late\n".getBytes(ISO_8859_1));
            byte[] begun = new byte[1];
            assertThat(link.read(begun, FAR)).isEqualTo(1);
            for (int round = 0; round < ROUNDS; round++) {
                link.write("told\n".getBytes(ISO_8859_1), FAR);
                link.discardReceived();
                link.write("asked\n".getBytes(ISO_8859_1), FAR);
                assertThat(heard(terminal, 11)).as("round %d", round).isEqualTo("told\nasked\n");
            }
            assertThat(link.read(new byte[8], new Deadline(0)))
                    .as("what was received is gone")
                    .isZero();
        } finally {
            terminal.close();
            terminal.read(new byte[0]);
        }
    }
}
