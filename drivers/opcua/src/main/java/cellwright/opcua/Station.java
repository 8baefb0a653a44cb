package cellwright.opcua;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Role;
import cellwright.opcua.map.RoleMap;
import cellwright.opcua.session.Connection;
import cellwright.opcua.session.Judgement;
import cellwright.opcua.session.Listening;
import cellwright.opcua.session.Rates;
import cellwright.opcua.session.RawValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * An instrument on its server, whatever it is: connected, its nodes found, its values listened to. After an interruption
 * everything is found anew and the instrument must still be the same. One thread.
 */
final class Station implements AutoCloseable {
    private static final long BEATS = 1L << 31;

    private final Connection connection;
    private final NanoClock clock;
    private final Rates rates;
    private final RoleMap map;
    private final Map<Role, Variant> commanded = new LinkedHashMap<>();
    private Listening listening;
    private long epoch;
    private Identity identity;
    private List<Reported> reported;
    private long beatNanos;
    private long beat;
    private Optional<Expiry> expiry = Optional.empty();

    private Station(Connection connection, NanoClock clock, Rates rates, RoleMap map, Listening listening)
            throws InstrumentException {
        this.connection = connection;
        this.clock = clock;
        this.rates = rates;
        this.map = map;
        this.listening = listening;
        this.epoch = connection.epoch();
        this.identity = who();
        this.reported = reported(listening);
        this.beatNanos = clock.nanos() - Long.MAX_VALUE / 4;
    }

    /** Finds the nodes, begins to listen and asks who is there. */
    static Station meet(Connection connection, NanoClock clock, Rates rates, RoleMap map) throws InstrumentException {
        long before = connection.epoch();
        var station = new Station(connection, clock, rates, map, Listening.begin(connection, clock, rates, map));
        station.epoch = before;
        return station;
    }

    /** From now on, with each reading, it is seen to it that people know in time which certificate will expire. */
    void warn(Optional<Expiry> soon) {
        expiry = soon;
        soon.ifPresent(Expiry::look);
    }

    Identity identity() {
        return identity;
    }

    /** What is reported, and the number under which it is watched. */
    private record Reported(Signal signal, int slot) {}

    private static List<Reported> reported(Listening listening) {
        return listening.roles().stream()
                .filter(Signals::isReported)
                .map(role -> new Reported(Signals.of(role), listening.slot(role)))
                .toList();
    }

    /** The signals of a reading, in the order of the map. */
    List<Signal> signals() {
        return reported.stream().map(Reported::signal).toList();
    }

    Optional<Role> role(String name) {
        return listening.role(name);
    }

    InstrumentException complaint(Kind kind, String message) {
        return connection.complaint(kind, message);
    }

    /** Samples of everything that is reported, one for each of {@link #signals}. */
    List<Sample> samples() throws InstrumentException {
        resume();
        beat();
        expiry.ifPresent(Expiry::look);
        listening.refresh();
        boolean gap = listening.takeGap();
        List<Sample> samples = new ArrayList<>(reported.size());
        for (Reported each : reported) {
            samples.add(listening.sample(each.slot(), each.signal(), gap));
        }
        return samples;
    }

    /** A reading of samples, now. */
    Reading stamped(List<Sample> samples) {
        long now = clock.nanos();
        return new Reading(now, now, samples);
    }

    /**
     * Makes sure that there is a session and, if it is another one than before, that everything is as it was: same
     * instrument, same nodes, same set-points. A set-point that is not is told once and not sent again.
     */
    void resume() throws InstrumentException {
        connection.demandActive();
        long now = connection.epoch();
        if (now == epoch) {
            return;
        }
        Listening before = listening;
        Listening found = Listening.begin(connection, clock, rates, map);
        boolean same = false;
        try {
            listening = found;
            refuseStranger();
            same = true;
        } finally {
            listening = same ? found : before;
            (same ? before : found).end();
        }
        reported = reported(found);
        epoch = now;
        compareCommanded();
    }

    private void refuseStranger() throws InstrumentException {
        Identity there = who();
        if (!there.equals(identity)) {
            throw complaint(
                    Kind.WRONG_DEVICE,
                    "was " + words(identity) + " before the interruption and is now " + words(there)
                            + "; nothing is told to it; are two cables or addresses swapped?");
        }
        if (!reported(listening).stream().map(Reported::signal).toList().equals(signals())) {
            throw complaint(
                    Kind.WRONG_DEVICE,
                    "has other nodes than before the interruption; open the instrument again, or look at the server");
        }
    }

    private static String words(Identity identity) {
        return identity.maker() + " " + identity.model() + " " + identity.serial();
    }

    private void compareCommanded() throws InstrumentException {
        Map<Role, Variant> wanted = Map.copyOf(commanded);
        commanded.clear();
        for (Map.Entry<Role, Variant> each : wanted.entrySet()) {
            Variant there = readBack(each.getKey());
            if (!RawValues.same(each.getValue(), there)) {
                throw complaint(
                        Kind.REFUSED,
                        "after the interruption " + each.getKey().words() + " is " + there.value() + " and was set to "
                                + each.getValue().value() + " before; it is not sent again; give the set-point anew");
            }
        }
        commanded.putAll(wanted);
    }

    private Identity who() throws InstrumentException {
        List<Role> roles = listening.roles().stream()
                .filter(role -> role.name().startsWith("Identity."))
                .toList();
        List<DataValue> values = listening.fresh(roles, "say who it is");
        Map<String, Object> said = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            Object value = values.get(i).value().value();
            if (value != null && values.get(i).statusCode().isGood()) {
                said.put(roles.get(i).name(), value);
            }
        }
        return new Identity(
                text(said, "Identity.Maker", "OPC UA"),
                text(said, "Identity.Model", map.title()),
                text(said, "Identity.Serial", connection.applicationUri()),
                text(said, "Identity.Firmware", ""),
                Boolean.TRUE.equals(said.get("Identity.Simulated")));
    }

    private static String text(Map<String, Object> said, String role, String otherwise) {
        String text = String.valueOf(said.getOrDefault(role, otherwise)).strip();
        return text.isEmpty() ? otherwise : text;
    }

    /** Who does not read does not beat: the heartbeat is the instrument's own thread at work, not a timer's. */
    private void beat() throws InstrumentException {
        Optional<Role> heart = listening.role("Heartbeat.Host");
        if (heart.isEmpty()) {
            return;
        }
        long every = heart.get().beat().map(Duration::toNanos).orElse(1_000_000_000L);
        long now = clock.nanos();
        if (now - beatNanos >= every) {
            beatNanos = now;
            beat = (beat + 1) % Math.min(BEATS, (long) heart.get().type().highest());
            Variant count = RawValues.number(heart.get().type(), (double) beat).orElseThrow();
            connection.write(listening.node(heart.get()), count, heart.get().words());
        }
    }

    /** The values of roles, fresh, in SI; NaN where there is none. */
    double fresh(Role role) throws InstrumentException {
        DataValue value = listening.fresh(List.of(role), "tell " + role.name()).get(0);
        return value.statusCode().isBad() ? Double.NaN : Judgement.si(role, value);
    }

    /**
     * Refuses to command an instrument that is not ready for it, by the values the map calls refusing; they are asked for, so
     * that a command is only sent over a connection that has just answered.
     */
    void demandReady() throws InstrumentException {
        resume();
        List<Role> judges = listening.roles().stream()
                .filter(role -> !role.refuse().isEmpty())
                .toList();
        List<DataValue> values = listening.fresh(judges, "say whether it is ready");
        for (int i = 0; i < judges.size(); i++) {
            Role role = judges.get(i);
            if (values.get(i).statusCode().isBad()) {
                throw complaint(Kind.REFUSED, "does not tell its " + role.name() + "; nothing was set");
            }
            for (Map.Entry<String, String> each : role.refuse().entrySet()) {
                if (RawValues.text(role.type(), each.getKey())
                        .equals(values.get(i).value())) {
                    throw complaint(
                            Kind.REFUSED,
                            "takes no set-point: " + each.getValue() + " (" + role.name() + " is " + each.getKey()
                                    + "); nothing was set");
                }
            }
        }
    }

    /** Writes a value once, reads it back, and fails if it was not taken. */
    void command(Role role, Variant value) throws InstrumentException {
        commanded.remove(role);
        connection.write(listening.node(role), value, role.words());
        Variant there = readBack(role);
        if (!RawValues.same(value, there)) {
            throw complaint(
                    Kind.REFUSED,
                    "acknowledged " + value.value() + " for " + role.words() + " and still holds " + there.value()
                            + "; it is not sent again; look at the instrument");
        }
        commanded.put(role, value);
    }

    private Variant readBack(Role role) throws InstrumentException {
        return listening.fresh(List.of(role), "read back " + role.name()).get(0).value();
    }

    @Override
    public void close() {
        connection.close();
    }
}
