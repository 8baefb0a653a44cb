package cellwright.world.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.testkit.HandClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A serial link on a port that behaves as badly as ports do. */
class SerialLinkTest {
    private static final int GONE = -1;

    /** Answers reads from a list of counts; a read that finds nothing takes a tenth of a second. */
    private static final class ScriptedPort implements SerialPorts.Port {
        private final HandClock clock;
        private final Deque<Integer> reads = new ArrayDeque<>();
        private final Deque<Integer> writes = new ArrayDeque<>();
        private final StringBuilder written = new StringBuilder();
        private Optional<String> complaint = Optional.empty();
        private int available;
        private int closed;

        ScriptedPort(HandClock clock) {
            this.clock = clock;
        }

        @Override
        public int available() {
            return available;
        }

        @Override
        public int read(byte[] into, int wanted) {
            int count = reads.isEmpty() ? 0 : reads.removeFirst();
            clock.advance(count == 0 ? Duration.ofMillis(100) : Duration.ZERO);
            return Math.min(count, wanted);
        }

        @Override
        public void rest(long nanos) {
            clock.advance(Duration.ofNanos(nanos));
        }

        @Override
        public int write(byte[] bytes, int offset) {
            int count = writes.isEmpty() ? bytes.length - offset : writes.removeFirst();
            if (count > 0) {
                written.append(new String(bytes, offset, count, ISO_8859_1));
            }
            clock.advance(Duration.ofMillis(1));
            return count;
        }

        @Override
        public boolean discard() {
            return available >= 0;
        }

        @Override
        public Optional<String> complaint() {
            return complaint;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final HandClock clock = new HandClock(5_000_000_000L);
    private final ScriptedPort port = new ScriptedPort(clock);
    private final SerialLink link = open();

    private SerialLink open() {
        try {
            var address = (LinkAddress.Serial) LinkAddress.parse("serial:/dev/serial/by-id/usb-x");
            return SerialLink.open(address, ignored -> port, clock);
        } catch (InstrumentException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Deadline in(long millis) {
        return new Deadline(clock.nanos() + millis * 1_000_000);
    }

    private static InstrumentException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InstrumentException.class, call);
    }

    @Test
    void aReadEndsWithTheFirstBytes() throws InstrumentException {
        port.reads.add(0);
        port.reads.add(1);
        assertThat(link.read(new byte[8], in(1000))).isEqualTo(1);
    }

    @Test
    void aReadTakesWhatIsThereButNeverMoreThanItHasRoomFor() throws InstrumentException {
        port.available = 50;
        port.reads.add(50);
        assertThat(link.read(new byte[8], in(1000))).isEqualTo(8);
        assertThat(link.read(new byte[0], in(1000))).isZero();
    }

    @Test
    void theDeadlineIsTotalAndEndsTheReadWithinASlice() throws InstrumentException {
        long start = clock.nanos();
        assertThat(link.read(new byte[8], in(250))).isZero();
        assertThat(Duration.ofNanos(clock.nanos() - start)).isBetween(Duration.ofMillis(250), Duration.ofMillis(350));
    }

    @Test
    void aShortWaitEndsAtItsDeadlineAndWithTheFirstBytes() throws InstrumentException {
        long start = clock.nanos();
        assertThat(link.read(new byte[8], in(30))).isZero();
        assertThat(Duration.ofNanos(clock.nanos() - start)).isEqualTo(Duration.ofMillis(30));
        port.available = 2;
        port.reads.add(2);
        assertThat(link.read(new byte[8], in(30))).isEqualTo(2);
        port.available = GONE;
        assertThat(failure(() -> link.read(new byte[8], in(30))).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aReadWhoseTimeIsUpTakesWhatIsThereAndDoesNotWait() throws InstrumentException {
        long start = clock.nanos();
        port.reads.add(3);
        assertThat(link.read(new byte[8], in(0))).as("what may yet come").isZero();
        port.available = 3;
        assertThat(link.read(new byte[8], in(0))).isEqualTo(3);
        assertThat(clock.nanos()).isEqualTo(start);
    }

    @Test
    void theEndOfThePortIsALossWhereverItShows() {
        port.reads.add(GONE);
        assertThat(failure(() -> link.read(new byte[8], in(100))).kind()).isEqualTo(Kind.LOST);
        assertThat(port.closed).isEqualTo(1);
        assertThat(failure(() -> link.write(new byte[1], in(100))).kind()).isEqualTo(Kind.LOST);
        link.close();
        assertThat(port.closed).as("closed once").isEqualTo(1);
    }

    @Test
    void aPortThatIsGoneBeforeTheReadIsALoss() {
        port.available = GONE;
        assertThat(failure(() -> link.read(new byte[8], in(100))).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aPortThatIsGoneWhenDiscardingIsALoss() {
        port.available = GONE;
        assertThat(failure(link::discardReceived).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aWriteThatTakesNothingFromAPortThatIsGoneIsALoss() {
        port.writes.add(0);
        port.available = GONE;
        port.complaint = Optional.of("the system's error 5");
        InstrumentException failure = failure(() -> link.write(new byte[3], in(100)));
        assertThat(failure.kind()).isEqualTo(Kind.LOST);
        assertThat(failure).hasMessageContaining("error 5").hasMessageContaining("usb-x");
    }

    @Test
    void aWriteGoesOnUntilAllIsTaken() throws InstrumentException {
        port.writes.add(2);
        port.writes.add(0);
        link.write("abcde".getBytes(ISO_8859_1), in(100));
        assertThat(port.written).hasToString("abcde");
    }

    @Test
    void aWriteThatIsHeldForTooLongTimesOut() {
        for (int i = 0; i < 200; i++) {
            port.writes.add(0);
        }
        port.complaint = Optional.of("the system's error 25, of when the port was opened");
        assertThat(failure(() -> link.write(new byte[3], in(100))).kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(port.closed).isZero();
    }
}
