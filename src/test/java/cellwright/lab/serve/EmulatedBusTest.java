package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.instrument.NanoClock;
import cellwright.lab.House;
import cellwright.protocol.Result;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import cellwright.world.real.RealWorld;
import cellwright.world.real.ThreadedLanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two devices with registers on one line, from the laboratory's file through the drivers and a pseudo-terminal to the emulated
 * devices, each of which hears what is said to the other and by it. By the machine's clock; what is asserted is what happens.
 */
@Timeout(60)
class EmulatedBusTest {
    private static final String LAB = """
            lab: emulated
            emulated:
              bench-1:
                cell: %s
                instruments:
                  load: { plays: modbus, at: serial, settings: { device: laumas-tlb, unit: 1 } }
                  oven: { plays: modbus, at: "line:load", settings: { device: eurotherm-3216, unit: 2 } }
                  pstat: { plays: palmsens, settings: { model: emstat4-lr } }
            links: { bus: emulated:load, wire: emulated:pstat }
            instruments:
              pstat-1: { driver: palmsens, link: wire }
              load-1: { driver: modbus, link: bus, settings: { map: laumas-tlb, unit: 1, division: 1, deadline: 100 } }
              oven-2: { driver: modbus, link: bus, settings: { map: eurotherm-3200, unit: 2, deadline: 100 } }
            channels: { E1: { potentiostat: pstat-1, sensors: load-1, chamber: oven-2 } }
            folder: data
            safety: { period: 20 ms, idle period: 20 ms }
            """.formatted(House.CELL.toAbsolutePath());

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = WallClock::monotonicNanos;

    private Backstage backstage(Path file) throws IOException {
        try {
            return ((Result.Made<Backstage>) Backstage.open(file)).value();
        } catch (IOException none) {
            assumeTrue(
                    !String.valueOf(none.getMessage()).contains("no pseudo-terminal can be made"), none.getMessage());
            throw none;
        }
    }

    @Test
    void twoOnOneLineAreReadSideBySideAndOnesSilenceIsItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), LAB);
        try (Backstage backstage = backstage(file);
                ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine)) {
            assertThat(backstage.addresses().get("oven")).isEqualTo(backstage.address("emulated:load"));
            LabOrder order = ((Result.Made<LabOrder>) LabSetup.read(file, backstage::address)).value();
            Watched lab =
                    new Watched(new RealWorld(lanes, order.instruments(), order.channels(), order.patience()), clock);
            lab.until(() -> List.of("load-1", "oven-2").stream()
                    .allMatch(name -> lab.health(name).ready()));
            lab.more("load-1", 50);
            lab.more("oven-2", 50);
            for (String name : List.of("load-1", "oven-2")) {
                assertThat(lab.health(name).figures().failures()).as(name).isZero();
            }
            assertThat(lab.health("load-1").identity().orElseThrow().model()).contains("TLB");
            assertThat(lab.health("oven-2").identity().orElseThrow().serial()).contains("unit 2");

            backstage.trick("load", "silent on");
            lab.until(() -> !lab.health("load-1").ready());
            lab.more("oven-2", 50);
            assertThat(lab.health("oven-2").figures().failures()).isZero();
            assertThat(lab.health("oven-2").figures().connects()).isEqualTo(1);

            backstage.trick("load", "silent off");
            lab.until(() -> lab.health("load-1").ready());
            assertThat(lab.health("load-1").figures().connects()).isEqualTo(2);
            lab.more("load-1", 20);
        }
    }
}
