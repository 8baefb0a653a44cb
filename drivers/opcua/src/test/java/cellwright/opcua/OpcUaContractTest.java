package cellwright.opcua;

import cellwright.simulator.emulator.opcua.EmulatedServer;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;

/** The rules every driver keeps, inherited, with an emulated press. */
final class OpcUaContractTest implements DriverContract {
    private final List<Workshop> workshops = new ArrayList<>();
    private final Map<FakeHost, Workshop> byHost = new ConcurrentHashMap<>();

    @Override
    public Bench bench() {
        var workshop = new Workshop();
        workshops.add(workshop);
        byHost.put(workshop.host, workshop);
        return new Bench(
                new OpcUaDriver(),
                workshop.settings("area_mm2", "78.54", "connect_ms", "2000", "deadline_ms", "1000"),
                workshop.host);
    }

    @AfterEach
    void shut() throws Exception {
        for (Workshop workshop : workshops) {
            workshop.close();
        }
    }

    /** What the press took. */
    @Override
    public Object doing(Bench bench) {
        return Objects.requireNonNull(byHost.get(bench.host())).plant.taken();
    }

    @Override
    public boolean isOfTheBench(Thread thread) {
        return thread.getName().startsWith(EmulatedServer.THREADS)
                || thread.getName().startsWith(Relay.THREADS)
                || thread.getName().startsWith("milo-netty-wheel-timer");
    }

    /** The OPC UA library's, and the one with which its sockets' library ends itself. */
    @Override
    public boolean isOfALibrary(Thread thread) {
        return thread.getName().startsWith("cellwright-opcua")
                || thread.getName().startsWith("globalEventExecutor");
    }
}
