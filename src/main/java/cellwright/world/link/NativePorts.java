package cellwright.world.link;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Optional;

/**
 * Serial ports by jSerialComm. Each opening makes a port object of its own, which is opened once; no listeners, which spin
 * after an unplug and must not open ports.
 */
final class NativePorts implements SerialPorts {
    /** The shortest the system can wait for a byte. */
    private static final int SLICE_MILLIS = 100;

    private static final int NOT_PERMITTED = 13;
    private static final int TAKEN = 11;
    private static final int BUSY = 16;

    @Override
    public Port open(LinkAddress.Serial address) throws InstrumentException {
        SerialPort port = lookUp(address);
        SerialMode mode = address.mode();
        port.setComPortParameters(mode.baud(), mode.dataBits(), stopBits(mode), parity(mode));
        port.setFlowControl(flow(mode));
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        if (!port.openPort(0)) {
            throw new InstrumentException(
                    Kind.LOST, address.text(), "cannot be opened: " + why(port.getLastErrorCode()));
        }
        port.flushIOBuffers();
        return new Native(port);
    }

    private static SerialPort lookUp(LinkAddress.Serial address) throws InstrumentException {
        try {
            return SerialPort.getCommPort(address.device());
        } catch (SerialPortInvalidPortException absent) {
            throw new InstrumentException(
                    Kind.LOST, address.text(), "there is no such port; is the adapter plugged in and powered?");
        }
    }

    private static String why(int code) {
        return switch (code) {
            case NOT_PERMITTED -> "not permitted; the user must belong to the group that owns the port, often dialout";
            case TAKEN, BUSY -> "another program has it; end that program first";
            default -> "the system's error " + code + "; is the adapter plugged in and powered?";
        };
    }

    private static int stopBits(SerialMode mode) {
        return mode.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
    }

    private static int parity(SerialMode mode) {
        return switch (mode.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
    }

    private static int flow(SerialMode mode) {
        return switch (mode.flow()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    private record Native(SerialPort port) implements Port {
        @Override
        public int available() {
            return port.bytesAvailable();
        }

        @Override
        public int read(byte[] into, int wanted) {
            return port.readBytes(into, wanted);
        }

        @Override
        public int write(byte[] bytes, int offset) {
            return port.writeBytes(bytes, bytes.length - offset, offset);
        }

        @Override
        public boolean discard() {
            return port.flushIOBuffers();
        }

        @Override
        public Optional<String> complaint() {
            int code = port.getLastErrorCode();
            return code == 0 ? Optional.empty() : Optional.of(why(code));
        }

        @Override
        public void close() {
            port.closePort();
        }
    }
}
