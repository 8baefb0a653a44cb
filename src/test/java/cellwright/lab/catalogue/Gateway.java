package cellwright.lab.catalogue;

import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.NanoClock;
import cellwright.simulator.emulator.opcua.EmulatedNode;
import cellwright.simulator.emulator.opcua.EmulatedServer;
import cellwright.simulator.emulator.opcua.Mischief;
import cellwright.simulator.emulator.opcua.Plant;
import cellwright.simulator.emulator.opcua.PressPanel;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import cellwright.testkit.HandClock;
import cellwright.testkit.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * A press behind an OPC UA server on this machine's loopback, with a relay before it, and a laboratory whose other instrument, a
 * potentiostat at a simulated cell, hangs on a cable in memory. The program meets the press by the very driver it is shipped with.
 *
 * <p>The laboratory's time, and that of the press, is moved by hand; the library's own, between two packets, cannot be. So the
 * press is asked for each reading, and an answer that does not come takes no time of the laboratory's.
 */
final class Gateway implements AutoCloseable {
    /** The period of the press. */
    static final Duration PERIOD = Duration.ofMillis(500);

    /** Charges once the press presses with 55 MPa; it is lost where the pressure is. */
    static final String PROTOCOL = """
            protocol: charge under a press far away
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, pressure: 40..60 MPa, silence: 10 s }
            steps:
              - pressure: 55 MPa
                stable: { within: 1 MPa, for: 5 s }
                at most: 5 min
              - { charge: 1C, until: voltage >= 4.6 V, at most: 2 h }
            """;

    private static final double NEWTONS_AT_FIRST = 3927;
    private static final ServerIdentity IDENTITY = identity();
    /** One key of ours for all tests, since keys take long to make. */
    private static final Path PKI = pki();

    final Plant plant;
    final PressPanel press;
    final EmulatedServer server;
    final Relay relay;

    private static ServerIdentity identity() {
        try {
            return ServerIdentity.made();
        } catch (Exception failed) {
            throw new IllegalStateException("keys must be made", failed);
        }
    }

    private static Path pki() {
        try {
            Path target = Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
            return Files.createTempDirectory(Files.createDirectories(target), "opcua-pki");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Gateway(NanoClock clock) {
        plant = new Plant(clock, "SP-0042");
        press = new PressPanel(plant);
        try {
            server = EmulatedServer.start(IDENTITY, Map.of("StackPress", press.nodes()), plant.mischief());
            relay = new Relay(server.port());
        } catch (Exception failed) {
            throw new IllegalStateException("the server could not be started", failed);
        }
    }

    /**
     * A gateway and the laboratory that meets it.
     *
     * @param rig to be closed first
     */
    record Met(Gateway gateway, EmulatedRig rig) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            rig.close();
            gateway.close();
        }
    }

    /** A laboratory with some settings of the press more, and a server that misbehaves from the beginning. */
    static Met met(Path folder, String more, Consumer<Mischief> mischief) throws IOException {
        List<Gateway> made = new ArrayList<>();
        var rig = new EmulatedRig(folder, clock -> {
            Gateway gateway = pressing(clock);
            mischief.accept(gateway.mischief());
            made.add(gateway);
            return gateway.config(more);
        });
        return new Met(made.getFirst(), rig);
    }

    /** A server whose press presses with 50 MPa already; moves the clock on. */
    private static Gateway pressing(HandClock clock) {
        var gateway = new Gateway(clock);
        gateway.atThePanel("Force.SetpointRamp", 500.0);
        gateway.atThePanel("Force.Setpoint", NEWTONS_AT_FIRST);
        gateway.atThePanel("Mode", (short) 2);
        gateway.atThePanel("Enable", true);
        clock.advance(Duration.ofSeconds(20));
        return gateway;
    }

    /** Somebody at the press enters a value. */
    void atThePanel(String node, Object value) {
        EmulatedNode found = press.nodes().stream()
                .filter(each -> each.name().equals(node))
                .findFirst()
                .orElseThrow();
        Assertions.assertThat(
                        found.taken().orElseThrow().apply(Variant.of(value)).isGood())
                .as(node)
                .isTrue();
    }

    Mischief mischief() {
        return plant.mischief();
    }

    /** What was written to the press over the network or at its panel so far. */
    List<String> taken() {
        return plant.taken();
    }

    void restart(String... namespacesBefore) {
        try {
            server.restart(List.of(namespacesBefore));
        } catch (Exception failed) {
            throw new IllegalStateException("the server could not be started again", failed);
        }
    }

    /** Its laboratory, with some settings of the press more, each after a comma. */
    private String config(String more) {
        return """
            lab: gateway
            emulated:
              bench-1:
                cell: %s
                simulation: { start_pressure_pa: 55e6, start_stoichiometry: 0.5 }
                instruments:
                  pstat-1: { plays: palmsens, settings: { model: emstat4-hr } }
            links: { wire-1: emulated:pstat-1 }
            instruments:
              driver-1: { driver: palmsens, link: wire-1, settings: { deadline: 250 } }
              press-1:
                driver: opcua
                period: 500 ms
                settings: { endpoint: "opc.tcp://127.0.0.1:%d/press", pki: "%s", insecure: true, policy: None,
                            area_mm2: 78.54, deadline_ms: 400, connect_ms: 2000%s }
            channels: { E1: { potentiostat: driver-1, press: press-1 } }
            safety: { period: 100 ms, lost after: 1 s, stale after: 2 s }
            folder: data
            """.formatted(
                Rigs.cell(), relay.port(), PKI.toString().replace('\\', '/'), more.isEmpty() ? "" : ", " + more);
    }

    /** The cell for a channel that measures no temperature. */
    static Path cell(Path folder) throws IOException {
        String text = Files.readString(Rigs.cell()).replaceAll("(?m)^  temperature: .*\\R", "");
        return Files.writeString(folder.resolve("pressed-cell.yaml"), text);
    }

    /** Begins and waits until the cell is charged under the press. */
    static void charge(EmulatedRig rig) throws IOException {
        rig.start("E1", PROTOCOL, cell(rig.folder()));
        rig.runUntil(Duration.ofMinutes(2), () -> rig.truth().amps() > 0);
        rig.run(Duration.ofSeconds(1));
        Assertions.assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.close();
    }
}
