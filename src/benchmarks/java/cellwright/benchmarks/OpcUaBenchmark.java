package cellwright.benchmarks;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.opcua.EmulatedNode;
import cellwright.simulator.emulator.opcua.EmulatedServer;
import cellwright.simulator.emulator.opcua.Plant;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * How long a reading of 100 nodes takes through the OPC UA driver, asked for each time, and beside it the bare client of the
 * library on the same server, the two in turn. Void if they do not read the same numbers. Arguments: a folder to work in.
 */
@TouchesTheRealWorld
public final class OpcUaBenchmark {
    private static final int NODES = 100;
    private static final int ROUNDS = 13;
    private static final int WARM_UP = 2;
    private static final int READS = 400;
    private static final double TARGET_RATIO = 1.1;

    private OpcUaBenchmark() {}

    /** Reads and tells the sum of what it read. */
    private interface Reader {
        double read() throws Exception;
    }

    @TouchesTheRealWorld
    private record RealTime() implements Host {
        @Override
        public NanoClock clock() {
            return System::nanoTime;
        }

        @Override
        public Link link(String address) throws InstrumentException {
            throw new InstrumentException(InstrumentException.Kind.LOST, address, "there is none");
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "opcua");
        Plant plant = new Plant(System::nanoTime, "benchmark");
        try (EmulatedServer server =
                        EmulatedServer.start(ServerIdentity.made(), Map.of("Many", nodes()), plant.mischief());
                Instrument asked = driver(server, folder, "read");
                Instrument told = driver(server, folder, "subscribe")) {
            OpcUaClient client = OpcUaClient.create(server.address()).connect();
            List<ReadValueId> ids = ids(client);
            Reader ours = () -> sum(asked.read());
            Reader theirs = () ->
                    sum(client.readAsync(0, TimestampsToReturn.Both, ids).get().getResults());
            compare(ours, theirs);
            Verdict.remark("OPC UA reading of 100 nodes, subscribed", seconds(() -> sum(told.read())) * 1e6, " us");
            client.disconnect();
        }
    }

    private static void compare(Reader ours, Reader theirs) throws Exception {
        double[] ratios = new double[ROUNDS];
        double[] micros = new double[ROUNDS];
        double[] noise = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double first = seconds(ours);
            double second = seconds(theirs);
            double third = seconds(theirs);
            double fourth = seconds(ours);
            if (round >= 0) {
                ratios[round] = (first + fourth) / (second + third);
                noise[round] = second / third;
                micros[round] = (first + fourth) / 2 * 1e6;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: driver %.0f us, bare client %.0f us, ratio %.3f, bare / bare %.3f%n",
                        round,
                        micros[round],
                        (second + third) / 2 * 1e6,
                        ratios[round],
                        noise[round]);
            }
        }
        Verdict.remark("OPC UA reading of 100 nodes", median(micros), " us");
        Verdict.atMost("OPC UA reading of 100 nodes, driver / bare client", median(ratios), "", TARGET_RATIO);
        Verdict.remark("OPC UA, noise: bare client / bare client", median(noise), "");
    }

    /** Seconds a read takes. */
    private static double seconds(Reader reader) throws Exception {
        double expected = (NODES - 1) * NODES / 2.0;
        long start = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            double sum = reader.read();
            if (sum != expected) {
                throw new IllegalStateException("void: read " + sum + " and not " + expected);
            }
        }
        return (System.nanoTime() - start) * 1e-9 / READS;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double sum(Reading reading) {
        double sum = 0;
        for (Sample sample : reading.samples()) {
            sum += sample.value();
        }
        return sum;
    }

    private static double sum(DataValue[] values) {
        double sum = 0;
        for (DataValue value : values) {
            sum += value.value().value() instanceof Double number ? number : Double.NaN;
        }
        return sum;
    }

    private static List<EmulatedNode> nodes() {
        List<EmulatedNode> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            DataValue value = new DataValue(Variant.ofDouble(i), StatusCode.GOOD);
            nodes.add(new EmulatedNode("N" + i + ".Actual", NodeIds.Double, () -> value, Optional.empty()));
        }
        return nodes;
    }

    private static List<ReadValueId> ids(OpcUaClient client) {
        int namespace = Objects.requireNonNull(client.getNamespaceTable().getIndex(EmulatedServer.NAMESPACE))
                .intValue();
        List<ReadValueId> ids = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            ids.add(new ReadValueId(
                    new NodeId(namespace, "Many/N" + i + ".Actual"),
                    AttributeId.Value.uid(),
                    null,
                    QualifiedName.NULL_VALUE));
        }
        return ids;
    }

    private static Instrument driver(EmulatedServer server, Path folder, String acquire) throws Exception {
        StringBuilder map = new StringBuilder(
                "map: many\nkind: sensor\nnamespace: " + EmulatedServer.NAMESPACE + "\nroot: /Many\nroles:\n");
        for (int i = 0; i < NODES; i++) {
            map.append("  N").append(i).append(".Actual: { type: Double, unit: \"1\" }\n");
        }
        Path file = folder.resolve("many.yaml");
        Files.writeString(file, map);
        Driver driver = ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("opcua"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings(Map.of(
                "endpoint",
                server.address(),
                "map",
                file.toString(),
                "pki",
                folder.resolve("pki").toString(),
                "insecure",
                "true",
                "policy",
                "None",
                "acquire",
                acquire));
        return driver.open(settings.withDefaults(driver.settings()), new RealTime());
    }
}
