package cellwright.modbus;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.modbus.codec.MbapState;
import cellwright.modbus.codec.Octets;
import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.client.ModbusTcpClientTransport;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A way for the library's client over a link that the host lends: sending a request also waits for its answer.
 *
 * <p>What the client does not look at is looked at here: the protocol number, and that the unit is the one that was asked.
 * An answer with another number is an old one that came late. The thread of the link only.
 */
final class LinkTransport implements ModbusTcpClientTransport {
    private final Line line;
    private Consumer<ModbusTcpFrame> receiver = frame -> {};
    private MbapState state = MbapState.START;
    private String remark = "";
    private String asking = "";

    LinkTransport(Line line) {
        this.line = line;
    }

    /** What the next request asks, for messages. */
    void asking(String words) {
        asking = words;
    }

    @Override
    public CompletionStage<Void> connect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> disconnect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public void receive(Consumer<ModbusTcpFrame> consumer) {
        receiver = consumer;
    }

    @Override
    public CompletionStage<Void> send(ModbusTcpFrame request) {
        try {
            Octets pdu = answer(request.header(), bytes(request));
            receiver.accept(new ModbusTcpFrame(request.header(), ByteBuffer.wrap(pdu.bytes())));
            return CompletableFuture.completedFuture(null);
        } catch (InstrumentException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private static Octets bytes(ModbusTcpFrame request) {
        ByteBuffer buffer = ByteBuffer.allocate(MbapState.HEADER + request.pdu().remaining());
        MbapHeader.Serializer.encode(request.header(), buffer);
        buffer.put(request.pdu().duplicate());
        return Octets.of(buffer.array());
    }

    private Octets answer(MbapHeader asked, Octets request) throws InstrumentException {
        state = state.anew();
        remark = "";
        Deadline deadline = line.send(request);
        while (!line.over(deadline)) {
            Optional<Octets> answer = among(state.on(line.receive(deadline)), asked);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw line.unanswered(asking, remark.isEmpty() ? state.remark() : remark);
    }

    private Optional<Octets> among(MbapState.Heard heard, MbapHeader asked) {
        state = heard.next();
        Optional<Octets> answer = Optional.empty();
        for (MbapState.Frame frame : heard.frames()) {
            if (frame.transaction() == asked.transactionId() && frame.unit() == asked.unitId()) {
                answer = Optional.of(frame.pdu());
            } else {
                remark = "a frame of unit %d that answers request number %d"
                        .formatted(frame.unit(), frame.transaction());
            }
        }
        return answer;
    }
}
