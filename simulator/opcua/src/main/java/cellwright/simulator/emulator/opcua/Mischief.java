package cellwright.simulator.emulator.opcua;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** How an emulated server misbehaves; nothing by default. Any thread. */
public final class Mischief {
    private final Map<String, StatusCode> statuses = new ConcurrentHashMap<>();
    private final Map<String, StatusCode> refusals = new ConcurrentHashMap<>();
    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final Map<String, Boolean> deaf = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> stalled = new ConcurrentHashMap<>();
    private volatile boolean frozen;
    private volatile double slowestMillis;
    private volatile String serial;
    private volatile int state = -1;
    private volatile String numbering = "";

    Mischief(String serial) {
        this.serial = serial;
    }

    /** From now on, or no longer, the controller stands still: values, stamps and heartbeat stay, and the server answers. */
    public Mischief freeze(boolean now) {
        frozen = now;
        return this;
    }

    /** From now on a node has a status; {@link StatusCode#GOOD} for no more mischief. */
    public Mischief status(String node, StatusCode status) {
        statuses.put(node, status);
        return this;
    }

    /** From now on a node holds a value, whatever its type. */
    public Mischief value(String node, Object value) {
        values.put(node, value);
        return this;
    }

    /** From now on a node holds what is so again. */
    public Mischief truth(String node) {
        values.remove(node);
        return this;
    }

    /** From now on what is written to a node is taken again. */
    public Mischief obey(String node) {
        refusals.remove(node);
        return this;
    }

    /** From now on what is written to a node is refused. */
    public Mischief refuse(String node, StatusCode status) {
        refusals.put(node, status);
        return this;
    }

    /** From now on, or no longer, what is written to a node is acknowledged and forgotten. */
    public Mischief deafen(String node, boolean now) {
        deaf.put(node, now);
        return this;
    }

    /** The next write to a node gets no answer until what is returned is counted down, at most a minute. */
    public CountDownLatch stall(String node) {
        var latch = new CountDownLatch(1);
        stalled.put(node, latch);
        return latch;
    }

    /** Waits where a write is stalled. */
    void waitIfStalled(String node) {
        CountDownLatch latch = stalled.remove(node);
        try {
            if (latch != null && !latch.await(1, TimeUnit.MINUTES)) {
                stalled.remove(node);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on nodes are looked at no more often than this, whatever a client asks for. */
    public Mischief slowest(double millis) {
        slowestMillis = millis;
        return this;
    }

    /** From now on it gives another serial number. */
    public Mischief serial(String other) {
        serial = other;
        return this;
    }

    /** From its next start on the ids of the nodes are others, with some words behind them; names stay. */
    public Mischief renumber(String words) {
        numbering = words;
        return this;
    }

    /** From now on the press is in a state, by its number; -1 for its true one. */
    public Mischief state(int number) {
        state = number;
        return this;
    }

    String numbering() {
        return numbering;
    }

    boolean frozen() {
        return frozen;
    }

    double slowestMillis() {
        return slowestMillis;
    }

    String serial() {
        return serial;
    }

    int stateOr(int other) {
        return state < 0 ? other : state;
    }

    StatusCode status(String node) {
        return statuses.getOrDefault(node, StatusCode.GOOD);
    }

    Optional<Object> value(String node) {
        return Optional.ofNullable(values.get(node));
    }

    Optional<StatusCode> refusal(String node) {
        return Optional.ofNullable(refusals.get(node));
    }

    boolean isDeaf(String node) {
        return deaf.getOrDefault(node, false);
    }
}
