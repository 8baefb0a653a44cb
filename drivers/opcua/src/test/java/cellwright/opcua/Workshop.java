package cellwright.opcua;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.opcua.security.TrustFolder;
import cellwright.simulator.emulator.opcua.CellPanel;
import cellwright.simulator.emulator.opcua.ChamberPanel;
import cellwright.simulator.emulator.opcua.EmulatedServer;
import cellwright.simulator.emulator.opcua.Mischief;
import cellwright.simulator.emulator.opcua.Plant;
import cellwright.simulator.emulator.opcua.PressPanel;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** An emulated server with a relay before it, a client that trusts it and is trusted, and good settings. One thread. */
final class Workshop implements AutoCloseable {
    static final String SERIAL = "SP-0042";

    private static final ServerIdentity IDENTITY = identity();
    private static final Path OWN = ownFolder();

    final FakeHost host = new FakeHost();
    final Plant plant;
    final PressPanel press;
    final EmulatedServer server;
    final Relay relay;
    final Patience patience;
    private final Path pki;
    private final Path folder;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    private static ServerIdentity identity() {
        try {
            return ServerIdentity.made();
        } catch (Exception failed) {
            throw new IllegalStateException("keys must be made", failed);
        }
    }

    /** Below the module's target, so that cleaning takes keys and folders away. */
    private static Path folderBelowTarget(String name) throws IOException {
        Path target = Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
        return Files.createTempDirectory(Files.createDirectories(target), name);
    }

    /** One key for all tests, since keys take long to make. */
    private static Path ownFolder() {
        try {
            Path folder = folderBelowTarget("opcua-own");
            TrustFolder.at(folder).own();
            return folder;
        } catch (Exception failed) {
            throw new IllegalStateException("keys must be made", failed);
        }
    }

    Workshop() {
        this(IDENTITY, true);
    }

    /**
     * A workshop.
     *
     * @param trusting whether each side trusts the other already
     */
    Workshop(ServerIdentity identity, boolean trusting) {
        try {
            folder = folderBelowTarget("opcua");
            pki = folder.resolve("pki");
            TrustFolder trust = TrustFolder.at(pki);
            for (String each : new String[] {"certificate.der", "key.pem"}) {
                Files.copy(OWN.resolve("own").resolve(each), pki.resolve("own").resolve(each));
            }
            plant = new Plant(host.clock(), SERIAL);
            press = new PressPanel(plant);
            server = EmulatedServer.start(
                    identity,
                    Map.of(
                            "StackPress", press.nodes(),
                            "Chamber", new ChamberPanel(plant).nodes(),
                            "Potentiostat", new CellPanel(plant).nodes()),
                    plant.mischief());
            toClose.push(server);
            if (trusting) {
                server.trust(trust.own().certificate());
                Files.write(
                        trust.trusted().resolve("server.der"),
                        identity.certificate().getEncoded());
            }
            relay = new Relay(server.port());
            toClose.push(relay);
            patience = new Patience(relay);
            host.with(relay);
            Files.writeString(folder.resolve("password"), EmulatedServer.PASSWORD + "\n");
        } catch (Exception failed) {
            throw new IllegalStateException("the workshop could not be set up", failed);
        }
    }

    static ServerIdentity identityOfAll() {
        return IDENTITY;
    }

    Path pki() {
        return pki;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String address() {
        return server.address().replace(":" + server.port() + "/", ":" + relay.port() + "/");
    }

    /** Good settings, as an operator would write them, with some changed; a key and its text in turn. */
    Settings settings(String... changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "endpoint", address(),
                "pki", pki.toString(),
                "user", EmulatedServer.USER,
                "password_file", folder.resolve("password").toString(),
                "sampling_ms", "20",
                "publishing_ms", "60",
                "stale_ms", "400",
                "deadline_ms", "1500",
                "connect_ms", "5000"));
        for (int i = 0; i < changed.length; i += 2) {
            values.put(changed[i], changed[i + 1]);
        }
        return new Settings(values);
    }

    Instrument open(String... changed) throws InstrumentException {
        var driver = new OpcUaDriver();
        Settings settings = settings(changed);
        if (!settings.faults(driver.settings()).isEmpty()) {
            throw new IllegalArgumentException(
                    settings.faults(driver.settings()).toString());
        }
        Instrument opened = driver.open(settings.withDefaults(driver.settings()), host);
        toClose.push(opened);
        return opened;
    }

    Mischief mischief() {
        return plant.mischief();
    }

    /** A map of one's own, as a file. */
    String map(String... lines) throws IOException {
        Path file = folder.resolve(
                "map-" + toClose.size() + "-" + String.join("", lines).hashCode() + ".yaml");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file.toString();
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception failed) {
                throw new IllegalStateException("the workshop could not be cleared", failed);
            }
        }
    }
}
