package cellwright.world.link;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Serial ports by jSerialComm. Each opening makes a port object of its own, which is opened once; no listeners, which spin
 * after an unplug and must not open ports. The library closes every port in a shutdown hook of its own; it is had to wait for
 * {@link PortNeeds} first.
 */
final class NativePorts implements SerialPorts {
    /** The shortest the system can wait for a byte. */
    private static final int SLICE_MILLIS = 100;

    /** What this program has open, by what the names lead to; the library does not say so when it is asked for one again. */
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private static final String HELD_HERE =
            "this program has it already, under another link; name one link for all instruments on a line";

    private static final int UNHEARD_BYTES = 4096;
    /** Who babbles faster than it can be read away does not hold anybody up. */
    private static final int UNHEARD_ROUNDS = 64;

    private static final int NOT_PERMITTED = 13;
    private static final int TAKEN = 11;
    private static final int BUSY = 16;

    /** Loaded with the first port, so that who uses none has neither the library nor its hook. */
    private static final class Patience {
        static {
            SerialPort.addShutdownHook(new Thread(PortNeeds.OF_THIS_MACHINE::awaitNone, "cellwright-ports"));
        }

        /** The library waits from now on. */
        static void taught() {}
    }

    @Override
    public Port open(LinkAddress.Serial address) throws InstrumentException {
        try {
            Patience.taught();
            return opened(address);
        } catch (LinkageError unloadable) {
            throw new InstrumentException(
                    Kind.LOST,
                    address.text(),
                    "the library of the serial ports cannot be loaded here, or not any more while the program ends: "
                            + unloadable);
        }
    }

    private static Port opened(LinkAddress.Serial address) throws InstrumentException {
        SerialPort port = lookUp(address);
        SerialMode mode = address.mode();
        port.setComPortParameters(mode.baud(), mode.dataBits(), stopBits(mode), parity(mode));
        port.setFlowControl(flow(mode));
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        String name = address.port();
        if (!port.openPort(0)) {
            String why = HELD.contains(name) ? HELD_HERE : whyNotOpened(port.getLastErrorCode());
            throw new InstrumentException(Kind.LOST, address.text(), "cannot be opened: " + why);
        }
        HELD.add(name);
        port.flushIOBuffers();
        return new Native(port, name);
    }

    private static SerialPort lookUp(LinkAddress.Serial address) throws InstrumentException {
        try {
            return SerialPort.getCommPort(address.device());
        } catch (SerialPortInvalidPortException absent) {
            throw new InstrumentException(
                    Kind.LOST, address.text(), "there is no such port; is the adapter plugged in and powered?");
        }
    }

    private static String whyNotOpened(int code) {
        return switch (code) {
            case NOT_PERMITTED -> "not permitted; the user must belong to the group that owns the port, often dialout";
            case TAKEN, BUSY -> "another program has it; end that program first";
            default -> systemsError(code) + "; is the adapter plugged in and powered?";
        };
    }

    private static String systemsError(int code) {
        return "the system's error " + code;
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

    private record Native(SerialPort port, String name) implements Port {
        @Override
        public int available() {
            return port.bytesAvailable();
        }

        @Override
        public int read(byte[] into, int wanted) {
            return port.readBytes(into, wanted);
        }

        @Override
        public void rest(long nanos) {
            LockSupport.parkNanos(nanos);
        }

        @Override
        public int write(byte[] bytes, int offset) {
            return port.writeBytes(bytes, bytes.length - offset, offset);
        }

        /** Read away, since the library's own flush throws away as well what was written and has not left yet. */
        @Override
        public boolean discard() {
            byte[] unheard = new byte[UNHEARD_BYTES];
            int available = port.bytesAvailable();
            for (int rounds = 0; available > 0 && rounds < UNHEARD_ROUNDS; rounds++) {
                int count = port.readBytes(unheard, Math.min(available, unheard.length));
                available = count < 0 ? count : port.bytesAvailable();
            }
            return available >= 0;
        }

        @Override
        public Optional<String> complaint() {
            int code = port.getLastErrorCode();
            return code == 0 ? Optional.empty() : Optional.of(systemsError(code));
        }

        @Override
        public void close() {
            HELD.remove(name);
            port.closePort();
        }
    }
}
