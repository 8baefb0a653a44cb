package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.NanoClock;
import cellwright.lab.House;
import cellwright.protocol.Result;
import cellwright.world.WallClock;
import cellwright.world.link.Socat;
import cellwright.world.link.Switchboard;
import cellwright.world.real.RealWorld;
import cellwright.world.real.ThreadedLanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shipped driver and an emulated instrument, with socat's serial port between them. */
@Timeout(60)
class EmulatedOverSocatTest {
    private static final String LAB = """
            lab: emulated
            emulated:
              bench-1:
                cell: %s
                instruments:
                  pstat: { plays: palmsens, at: "tcp:0", settings: { model: emstat4-lr } }
            links: { wire: emulated:pstat }
            instruments: { pstat-1: { driver: palmsens, link: wire } }
            channels: { E1: { potentiostat: pstat-1 } }
            folder: data
            safety: { period: 20 ms, idle period: 20 ms }
            """.formatted(House.CELL.toAbsolutePath());

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = WallClock::monotonicNanos;

    @Test
    void isReadLostWithTheAdapterAndFoundAgainUnderItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), LAB);
        try (Socat adapter = new Socat(folder.resolve("usb-pstat"));
                Backstage backstage = ((Result.Made<Backstage>) Backstage.open(file)).value();
                ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine)) {
            String socket = backstage.address("emulated:pstat");
            int port = Integer.parseInt(socket.substring(socket.lastIndexOf(':') + 1));
            LabOrder order = ((Result.Made<LabOrder>)
                            LabSetup.read(file, text -> text.equals("emulated:pstat") ? adapter.address() : text))
                    .value();
            Watched lab =
                    new Watched(new RealWorld(lanes, order.instruments(), order.channels(), order.patience()), clock);

            adapter.plug(port);
            lab.until(() -> lab.health("pstat-1").ready());
            String serial = lab.health("pstat-1").identity().orElseThrow().serial();
            lab.more("pstat-1", 30);
            adapter.pull();
            lab.until(() -> !lab.health("pstat-1").ready());
            assertThat(lab.health("pstat-1").lastFailure()).contains(adapter.address());

            adapter.plug(port);
            lab.until(() -> lab.health("pstat-1").ready());
            lab.more("pstat-1", 10);
            assertThat(lab.health("pstat-1").identity().orElseThrow().serial()).isEqualTo(serial);
            assertThat(lab.health("pstat-1").figures().connects()).isEqualTo(2);
        }
    }
}
