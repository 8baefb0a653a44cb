package cellwright.modbus;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Ramp;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against another maker's server, over a real socket of this machine: a Watlow F4T as a table of registers. */
@Timeout(30)
final class LibraryServerTest {
    private final ProcessImage image = new ProcessImage();
    private Optional<ModbusTcpServer> server = Optional.empty();
    private int port;

    @TouchesTheRealWorld
    private final class Loopback implements Host {
        @Override
        public NanoClock clock() {
            return System::nanoTime;
        }

        @Override
        public Link link(String address) {
            try {
                return new SocketLink(port, clock());
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String part = "F4T1L2EAA1D1AAA";
        for (int i = 0; i < part.length(); i++) {
            put(16 + i, part.charAt(i));
        }
        put(2730, 10);
        put(2794, 62);
        put(2796, 57);
        putFloat(2774, -40);
        putFloat(2776, 180);
        putFloat(2798, 1);
        putFloat(2782, 25);
        putFloat(2808, 12);
        putFloat(2810, 25);
        putFloat(2820, 23.5F);
        var services = new ReadWriteModbusServices() {
            @Override
            protected Optional<ProcessImage> getProcessImage(int unitId) {
                return Optional.of(image);
            }
        };
        var transport = NettyTcpServerTransport.create(
                settings -> settings.setBindAddress("127.0.0.1").setPort(port));
        var started = ModbusTcpServer.create(transport, services);
        started.start();
        server = Optional.of(started);
    }

    @AfterEach
    void stop() throws Exception {
        if (server.isPresent()) {
            server.get().stop();
        }
    }

    private void put(int at, int word) {
        byte[] bytes = {(byte) (word >> Byte.SIZE), (byte) word};
        image.with(change -> change.writeHoldingRegisters(registers -> registers.put(at, bytes)));
    }

    private void putFloat(int at, float value) {
        int bits = Float.floatToIntBits(value);
        put(at, bits);
        put(at + 1, bits >> Short.SIZE);
    }

    private float held(int at) {
        return image.get(look -> look.readHoldingRegisters(registers -> {
            ByteBuffer bytes = ByteBuffer.allocate(4);
            bytes.put(registers.getOrDefault(at + 1, new byte[2])).put(registers.getOrDefault(at, new byte[2]));
            return bytes.flip().getFloat();
        }));
    }

    private Controller open() throws InstrumentException {
        var driver = new ModbusDriver();
        var settings = new Settings(Map.of("link", "tcp:loopback", "map", "watlow-f4t", "deadline", "5000"));
        return (Controller) driver.open(settings.withDefaults(driver.settings()), new Loopback());
    }

    @Test
    void readsAndRegulates() throws InstrumentException {
        try (Controller chamber = open()) {
            assertThat(chamber.identity().model()).isEqualTo("F4T1L2EAA1D1AAA");
            assertThat(chamber.read().value(Signal.TEMPERATURE)).isEqualTo(296.65);
            chamber.setpoint(Signal.TEMPERATURE, 333.15, new Ramp(2.0 / 60));
            assertThat(held(2782)).isEqualTo(60);
            assertThat(held(2798)).isEqualTo(2);
            chamber.makeSafe();
            for (int i = 0; i < 200; i++) {
                putFloat(2820, i);
                assertThat(chamber.read().value(Signal.TEMPERATURE)).isEqualTo(Math.round((i + 273.15) * 100) / 100.0);
            }
        }
    }

    @Test
    void anotherTableOfRegistersIsAnotherDevice() {
        put(16, 'X');
        assertFails(Kind.WRONG_DEVICE, this::open)
                .contains("part number is \"X4T1L2EAA1D1AAA\"", "begins with \"F4T\"");
    }

    @Test
    void aServerThatGoesAwayIsLost() throws Exception {
        try (Controller chamber = open()) {
            stop();
            server = Optional.empty();
            assertThat(catchThrowableOfType(InstrumentException.class, chamber::read)
                            .kind())
                    .isIn(Kind.LOST, Kind.TIMEOUT);
        }
    }
}
