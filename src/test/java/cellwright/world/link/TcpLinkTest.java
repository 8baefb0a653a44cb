package cellwright.world.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.testkit.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A socket link against a real socket of this machine; the hand clock stands, so that nothing depends on its pace. */
@Timeout(20)
class TcpLinkTest {
    private static final Deadline FAR = new Deadline(Duration.ofSeconds(15).toNanos());

    private final HandClock clock = new HandClock(1);
    private ServerSocketChannel server;
    private TcpLink link;
    private SocketChannel peer;

    @BeforeEach
    void connect() throws IOException, InstrumentException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        link = TcpLink.open(address(), clock);
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        peer.close();
        server.close();
    }

    private LinkAddress.Tcp address() throws IOException {
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return (LinkAddress.Tcp) LinkAddress.parse("tcp:127.0.0.1:" + port);
    }

    private static InstrumentException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InstrumentException.class, call);
    }

    @Test
    void bytesGoBothWays() throws IOException, InstrumentException {
        link.write(new byte[] {1, 2, 3}, FAR);
        ByteBuffer received = ByteBuffer.allocate(3);
        while (received.hasRemaining()) {
            peer.read(received);
        }
        peer.write(ByteBuffer.wrap(new byte[] {4, 5}));
        byte[] into = new byte[1];
        assertThat(link.read(into, FAR)).isEqualTo(1);
        assertThat(into[0]).isEqualTo((byte) 4);
        assertThat(link.read(into, FAR)).isEqualTo(1);
        assertThat(into[0]).isEqualTo((byte) 5);
    }

    @Test
    void aDeadlineThatHasPassedEndsTheReadAtOnce() throws InstrumentException {
        assertThat(link.read(new byte[1], new Deadline(0))).isZero();
    }

    @Test
    void whatWasReceivedCanBeThrownAway() throws IOException, InstrumentException {
        peer.write(ByteBuffer.wrap(new byte[] {9}));
        byte[] into = new byte[1];
        assertThat(link.read(into, FAR)).isEqualTo(1);
        link.discardReceived();
        assertThat(link.read(into, new Deadline(0))).isZero();
    }

    @Test
    void theFarEndsClosingIsALoss() throws IOException {
        peer.close();
        assertThat(failure(() -> link.read(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
        assertThat(failure(() -> link.read(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
        assertThat(failure(() -> link.write(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aResetIsALoss() throws IOException {
        peer.setOption(StandardSocketOptions.SO_LINGER, 0);
        peer.close();
        assertThat(failure(() -> link.read(new byte[1], FAR)).kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void aPeerThatTakesNothingTimesTheWriteOut() {
        assertThat(failure(() -> link.write(new byte[64 << 20], new Deadline(2)))
                        .kind())
                .isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void nobodyAtTheAddressIsALossWithAdvice() throws IOException {
        LinkAddress.Tcp address = address();
        server.close();
        InstrumentException failure = failure(() -> TcpLink.open(address, clock));
        assertThat(failure.kind()).isEqualTo(Kind.LOST);
        assertThat(failure).hasMessageContaining("is it switched on");
    }

    @Test
    void aNameNobodyKnowsIsALossWithAdvice() {
        var address = (LinkAddress.Tcp) LinkAddress.parse("tcp:no-such-host.invalid:1");
        assertThat(failure(() -> TcpLink.open(address, clock))).hasMessageContaining("not known to the network");
    }
}
