package cellwright.modbus;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Octets;
import com.digitalpetri.modbus.TimeoutScheduler;
import com.digitalpetri.modbus.TimeoutScheduler.TimeoutHandle;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusException;
import java.util.concurrent.TimeUnit;

/**
 * Modbus TCP: the client of digitalpetri's library numbers the requests and pairs the answers, on the host's link.
 *
 * <p>{@link LinkTransport} has the answer, or has failed, before the client begins to wait for it. So the client starts no
 * thread and needs no timer. The thread of the link only.
 */
final class TcpWire implements Wire {
    private final Line line;
    private final int unit;
    private final LinkTransport transport;
    private final ModbusTcpClient client;

    TcpWire(Line line, int unit) {
        this.line = line;
        this.unit = unit;
        this.transport = new LinkTransport(line);
        this.client = ModbusTcpClient.create(transport, settings -> settings.timeoutScheduler = TcpWire::noTimer);
    }

    /** The deadline is the line's. */
    private static TimeoutHandle noTimer(TimeoutScheduler.Task task, long delay, TimeUnit unit) {
        return new TimeoutHandle() {
            @Override
            public void cancel() {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
    }

    @Override
    public Octets exchange(Call call) throws InstrumentException {
        transport.asking(call.told());
        try {
            return Octets.of(client.sendRaw(unit, call.pdu().bytes()));
        } catch (ModbusException failed) {
            if (failed.getCause() instanceof InstrumentException named) {
                throw named;
            }
            throw line.fault(Kind.GARBLED, "no answer to \"" + call.told() + "\": " + failed.getMessage());
        }
    }
}
