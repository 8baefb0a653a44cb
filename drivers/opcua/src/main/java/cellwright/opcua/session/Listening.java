package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Role;
import cellwright.opcua.map.RoleMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * The nodes of a role map on one session, and what is known of their values.
 *
 * <p>Values come by subscription. What is older than it may be, by our own clock, is asked for once more before anybody is
 * alarmed: a subscription that says nothing is made anew, a value without a new stamp is stale. One thread.
 */
public final class Listening {
    private static final String HEARTBEAT = "Heartbeat.Plc";

    private final Connection connection;
    private final NanoClock clock;
    private final Rates rates;
    private final Map<Role, NodeId> nodes;
    private final List<Role> watched;
    private final List<NodeId> watchedNodes;
    private final Map<String, Role> byName;
    private final int heartbeat;
    private final Noticeboard board;
    private Optional<Subscription> subscription = Optional.empty();
    private long subscribedNanos;

    private Listening(Connection connection, NanoClock clock, Rates rates, Map<Role, NodeId> nodes) {
        this.connection = connection;
        this.clock = clock;
        this.rates = rates;
        this.nodes = nodes;
        this.watched = nodes.keySet().stream().filter(Listening::isWatched).toList();
        this.watchedNodes = watched.stream()
                .map(role -> nodes.getOrDefault(role, NodeId.NULL_VALUE))
                .toList();
        this.byName = nodes.keySet().stream().collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));
        this.heartbeat = watched.stream().map(Role::name).toList().indexOf(HEARTBEAT);
        this.board = new Noticeboard(watched.size(), role -> role == heartbeat, clock.nanos());
    }

    private static boolean isWatched(Role role) {
        return !role.name().startsWith("Identity.")
                && !role.name().startsWith("Guard.")
                && !role.name().equals("Heartbeat.Host");
    }

    /**
     * Finds the nodes and begins to listen; the first values are asked for.
     *
     * @throws InstrumentException if the server is not as the map has it, or slower than the rates ask
     */
    public static Listening begin(Connection connection, NanoClock clock, Rates rates, RoleMap map)
            throws InstrumentException {
        var listening = new Listening(connection, clock, rates, Directory.find(connection, map));
        listening.ask(IntStream.range(0, listening.watched.size()).boxed().toList());
        if (rates.subscribed()) {
            listening.subscribe();
        }
        return listening;
    }

    /** Listens no longer; what a new session knows of the old subscription is taken back. */
    public void end() {
        subscription.ifPresent(Subscription::end);
        subscription = Optional.empty();
    }

    /** The roles the server has. */
    public List<Role> roles() {
        return List.copyOf(nodes.keySet());
    }

    /** A role the server has, by name. */
    public Optional<Role> role(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The node of a role the server has. */
    public NodeId node(Role role) {
        return nodes.getOrDefault(role, NodeId.NULL_VALUE);
    }

    /** The values of roles, fresh, in the order asked for. */
    public List<DataValue> fresh(List<Role> roles, String doing) throws InstrumentException {
        return connection.read(roles.stream().map(this::node).toList(), doing);
    }

    /**
     * Subscribes, also in place of a subscription there was. That one ends last: when there is none, the server sends the
     * library's standing requests to publish back, and the library, which counts them until it has looked at them, may make no
     * new ones for a subscription that comes in between; nothing would ever be told on it.
     */
    private void subscribe() throws InstrumentException {
        subscribedNanos = clock.nanos();
        Optional<Subscription> before = subscription;
        subscription = Optional.empty();
        Noticeboard.Pen pen = board.pen();
        try {
            subscription = Optional.of(Subscription.of(connection, watched, watchedNodes, rates, pen, clock));
            pen.heard(clock.nanos());
        } finally {
            if (subscription.isEmpty()) {
                pen.tear();
            }
            before.ifPresent(Subscription::end);
        }
    }

    /**
     * Makes sure that what is known is not old, as far as the server lets it.
     *
     * @throws InstrumentException with kind {@code TIMEOUT} if the server or the controller behind it gives no sign of life
     */
    public void refresh() throws InstrumentException {
        long now = clock.nanos();
        boolean silent = rates.subscribed()
                && (board.isTorn() || board.silenceNanos(now) > rates.stale().toNanos());
        List<Integer> doubtful = new ArrayList<>();
        for (int role = 0; role < watched.size(); role++) {
            if (silent || !rates.subscribed() || isOld(role, now)) {
                doubtful.add(role);
            }
        }
        ask(doubtful);
        if (silent) {
            board.missed();
            if (isWorthSubscribing(now)) {
                subscribe();
            }
        }
        refuseDeadController();
    }

    /** At once for a subscription that is no more, and else not again and again. */
    private boolean isWorthSubscribing(long now) {
        return (subscription.isPresent() && board.isTorn())
                || now - subscribedNanos > rates.stale().toNanos();
    }

    private boolean isOld(int role, long now) {
        return watched.get(role)
                .beat()
                .map(longest -> board.ageNanos(role, now) > longest.toNanos())
                .orElse(false);
    }

    private void ask(List<Integer> roles) throws InstrumentException {
        long asked = board.asking();
        List<DataValue> values =
                connection.read(roles.stream().map(watchedNodes::get).toList(), "tell its values");
        for (int i = 0; i < roles.size(); i++) {
            board.answered(roles.get(i), values.get(i), asked, clock.nanos());
        }
    }

    private void refuseDeadController() throws InstrumentException {
        long now = clock.nanos();
        if (heartbeat >= 0 && isOld(heartbeat, now)) {
            throw connection.complaint(
                    Kind.TIMEOUT,
                    "the server answers and the controller behind it does not: its heartbeat stands at "
                            + board.value(heartbeat).value().value() + " for "
                            + Duration.ofNanos(board.ageNanos(heartbeat, now)).toMillis()
                            + " ms; check the controller's program");
        }
    }

    /** Whether something was missed since this was asked last. */
    public boolean takeGap() {
        return board.takeGap();
    }

    /** The number under which a role is watched; -1 if it is not. */
    public int slot(Role role) {
        return watched.indexOf(role);
    }

    /** A sample of what is watched under a number. */
    public Sample sample(int slot, Signal signal, boolean afterGap) {
        boolean old = isOld(slot, clock.nanos());
        return Judgement.of(watched.get(slot), signal, board.value(slot), old, afterGap);
    }
}
