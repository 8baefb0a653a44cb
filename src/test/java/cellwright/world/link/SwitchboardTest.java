package cellwright.world.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.testkit.FaultyLine;
import cellwright.testkit.HandClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How links are lent: one for a bus, a fresh one after a loss, never a dead one again. */
class SwitchboardTest {
    private static final String BUS = "serial:/dev/serial/by-id/bus";

    private final HandClock clock = new HandClock(1);
    private final List<FaultyLine> opened = new ArrayList<>();
    private final Switchboard board = new Switchboard(clock, (address, ignored) -> {
        var line = new FaultyLine(clock, written -> written);
        opened.add(line);
        return line;
    });

    private static Kind failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InstrumentException.class, call).kind();
    }

    @Test
    void instrumentsOfOneBusShareItsLinkUntilTheLastGivesItBack() throws InstrumentException {
        Link first = board.link(BUS);
        Link second = board.link(BUS);
        assertThat(opened).hasSize(1);
        first.close();
        first.close();
        second.write(new byte[] {1}, new Deadline(2));
        assertThat(board.openLinks()).isEqualTo(1);
        second.close();
        assertThat(board.openLinks()).isZero();
        assertThat(failure(() -> second.write(new byte[] {1}, new Deadline(2)))).isEqualTo(Kind.LOST);
    }

    @Test
    void aBusIsSilentBeforeAnotherInstrumentIsAskedAndNotBeforeTheSameOne() throws InstrumentException {
        Link first = board.link(BUS);
        Link second = board.link(BUS);
        first.write(new byte[] {1}, new Deadline(Long.MAX_VALUE));
        first.write(new byte[] {2}, new Deadline(Long.MAX_VALUE));
        assertThat(clock.nanos()).as("the same one").isEqualTo(1);
        second.write(new byte[] {3}, new Deadline(Long.MAX_VALUE));
        assertThat(clock.nanos() - 1)
                .as("3.5 characters of ten bits at 9600 baud, what came late for the first heard and left out")
                .isEqualTo(3_645_833L);
        byte[] heard = new byte[8];
        assertThat(second.read(heard, new Deadline(clock.nanos()))).isEqualTo(1);
        assertThat(heard[0]).isEqualTo((byte) 3);
    }

    @Test
    void aFastBusIsSilentForAtLeastWhatModbusAsks() throws InstrumentException {
        Link first = board.link(BUS + "?baud=921600");
        Link second = board.link(BUS + "?baud=921600");
        first.write(new byte[] {1}, new Deadline(Long.MAX_VALUE));
        second.write(new byte[] {2}, new Deadline(Long.MAX_VALUE));
        assertThat(clock.nanos() - 1).isEqualTo(1_750_000L);
    }

    @Test
    void aBoardThatIsClosedGivesEveryLinkBack() throws InstrumentException {
        Link first = board.link(BUS);
        board.link("tcp:localhost:1");
        board.close();
        assertThat(board.openLinks()).isZero();
        assertThat(failure(() -> first.write(new byte[] {1}, new Deadline(2)))).isEqualTo(Kind.LOST);
        assertThat(failure(() -> opened.getLast().write(new byte[] {1}, new Deadline(2))))
                .as("closed, not only forgotten")
                .isEqualTo(Kind.LOST);
    }

    @Test
    void anotherAddressIsAnotherLink() throws InstrumentException {
        board.link(BUS);
        board.link("tcp:localhost:1");
        assertThat(opened).hasSize(2);
    }

    @Test
    void aLostLinkIsForgottenAndTheNextIsFresh() throws InstrumentException {
        Link first = board.link(BUS);
        Link second = board.link(BUS);
        opened.getFirst().cut();
        assertThat(failure(() -> first.read(new byte[1], new Deadline(2)))).isEqualTo(Kind.LOST);
        Link fresh = board.link(BUS);
        assertThat(opened).hasSize(2);
        assertThat(failure(() -> second.discardReceived()))
                .as("the old one stays lost")
                .isEqualTo(Kind.LOST);
        second.close();
        first.close();
        fresh.write(new byte[] {1}, new Deadline(2));
        assertThat(board.openLinks())
                .as("giving back the old one does not close the new")
                .isEqualTo(1);
    }

    @Test
    void aReadThatIsBrokenOffEndsWithinATenthOfASecondAndTheLinkStays() throws InstrumentException {
        long broken = 1_000_000_000L;
        boolean[] urgent = {true};
        Switchboard breakable = new Switchboard(
                clock,
                (address, ignored) -> new FaultyLine(clock, written -> new byte[0]),
                () -> urgent[0] && clock.nanos() >= broken);
        Link link = breakable.link(BUS);
        InstrumentException failure = catchThrowableOfType(
                InstrumentException.class, () -> link.read(new byte[1], new Deadline(60_000_000_000L)));
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("broken off");
        assertThat(clock.nanos()).isBetween(broken, broken + 100_000_001L);
        urgent[0] = false;
        assertThat(link.read(new byte[1], new Deadline(clock.nanos() + 250_000_000L)))
                .isZero();
        assertThat(breakable.openLinks()).isEqualTo(1);
    }

    @Test
    void aSenselessAddressIsALossWithTheReason() {
        InstrumentException failure =
                catchThrowableOfType(InstrumentException.class, () -> Switchboard.ofThisMachine(clock, () -> false)
                        .link("usb:1"));
        assertThat(failure).hasMessageContaining("no address of a link");
    }

    @Test
    void aFileThatASettingNamesLiesBesideTheConfigurationUnlessItSaysWhere(@TempDir Path folder) {
        Switchboard there = Switchboard.ofThisMachine(clock, () -> false, folder);
        assertThat(there.file("maps/press.yaml"))
                .isEqualTo(folder.resolve("maps").resolve("press.yaml"));
        assertThat(there.file("../press.yaml")).isEqualTo(folder.resolveSibling("press.yaml"));
        Path elsewhere = folder.resolveSibling("press.yaml").toAbsolutePath();
        assertThat(there.file(elsewhere.toString())).isEqualTo(elsewhere);
        assertThat(board.file("press.yaml")).isEqualTo(Path.of("press.yaml"));
    }

    @Test
    void pausesDoubleUpToHalfAMinute() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 100).stream()
                        .map(failures -> Backoff.nanos(failures) / 1_000_000_000L)
                        .toList())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }
}
