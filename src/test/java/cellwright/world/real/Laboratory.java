package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.TransitionTable.Phase;
import cellwright.engine.World;
import cellwright.instrument.Guard;
import cellwright.instrument.Link;
import cellwright.instrument.Settings;
import cellwright.protocol.Debounce;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Scale;
import cellwright.protocol.program.Target;
import cellwright.testkit.FaultyLine;
import cellwright.testkit.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A laboratory of wired cells, one for each channel on a link of its own, moved by hand. */
final class Laboratory implements EventLog {
    static final long PERIOD = 100_000_000L;
    static final long SILENCE = 4_000_000_000L;
    private static final double NO = Double.POSITIVE_INFINITY;

    final HandLanes lanes = new HandLanes(this::plugged);
    final List<WiredCell> cells = new ArrayList<>();
    final RealWorld world;
    final Conductor conductor;
    final List<Effect.Report> reports = new ArrayList<>();
    final List<List<Event>> journal = new ArrayList<>();

    private final Map<String, WiredCell> sockets = new HashMap<>();
    private final Optional<WiredBus> bus;
    private final Map<String, FaultyLine> lines = new HashMap<>();

    /** A laboratory of so many channels whose instruments have serial numbers SN-0, SN-1 and so on. */
    Laboratory(int channels, Patience patience) {
        this(channels, patience, List.of(), Optional.empty());
    }

    /** A laboratory with more instruments beside. */
    Laboratory(int channels, Patience patience, List<InstrumentOrder> companions, Optional<InstrumentOrder> interlock) {
        this(channels, patience, companions, interlock, false);
    }

    /** A laboratory of so many channels whose instruments are all on one line, as units a, b and so on. */
    static Laboratory onOneLine(int channels, Patience patience) {
        return new Laboratory(channels, patience, List.of(), Optional.empty(), true);
    }

    private Laboratory(
            int channels,
            Patience patience,
            List<InstrumentOrder> companions,
            Optional<InstrumentOrder> interlock,
            boolean onOneLine) {
        this.bus = onOneLine ? Optional.of(new WiredBus()) : Optional.empty();
        List<InstrumentOrder> instruments = new ArrayList<>(companions);
        interlock.ifPresent(instruments::add);
        List<ChannelOrder> orders = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            String address = "port-" + i;
            String lane = onOneLine ? WiredBus.ADDRESS : address;
            sockets.put(
                    address, new WiredCell("SN-" + i, lanes.lane(lane).host().clock(), 3.0));
            cells.add(Objects.requireNonNull(sockets.get(address)));
            bus.ifPresent(line -> line.join(cells.getLast()));
            instruments.add(bus.isPresent() ? onTheBus(i) : wired("pstat-" + i, address, Optional.empty()));
            orders.add(new ChannelOrder(
                    "A" + i,
                    "pstat-" + i,
                    companions.stream().map(InstrumentOrder::name).toList(),
                    interlock.map(InstrumentOrder::name)));
            journal.add(new ArrayList<>());
        }
        world = new RealWorld(lanes, instruments, orders, patience);
        conductor = new Conductor(world, this, (channel, report) -> reports.add(report), channels);
    }

    static InstrumentOrder wired(String name, String address, Optional<String> serial) {
        return new InstrumentOrder(
                name, address, new WiredDriver(), new Settings(Map.of("link", address)), serial, PERIOD);
    }

    private static InstrumentOrder onTheBus(int channel) {
        Settings settings = new Settings(Map.of("link", WiredBus.ADDRESS, "unit", WiredBus.unit(channel)));
        return new InstrumentOrder(
                "pstat-" + channel, WiredBus.ADDRESS, new WiredDriver(), settings, Optional.empty(), PERIOD);
    }

    /** The line that all instruments are on. */
    WiredBus bus() {
        return bus.orElseThrow();
    }

    private Optional<Link> plugged(String address, HandClock clock) {
        if (address.equals(WiredBus.ADDRESS)) {
            return bus.map(line -> line.opened(clock));
        }
        WiredCell cell = sockets.get(address);
        if (cell == null) {
            return Optional.empty();
        }
        FaultyLine line = new FaultyLine(clock, cell);
        lines.put(address, line);
        return Optional.of(line);
    }

    /** The line of a channel's potentiostat as it is now. */
    FaultyLine line(int channel) {
        return Objects.requireNonNull(lines.get("port-" + channel));
    }

    /** The cable comes out. */
    void unplug(int channel) {
        sockets.remove("port-" + channel);
        line(channel).cut();
    }

    /** An instrument is plugged in at a channel's port. */
    void plug(int channel, WiredCell cell) {
        plug("port-" + channel, cell);
    }

    /** An instrument is plugged in at any port. */
    void plug(String address, WiredCell cell) {
        sockets.put(address, cell);
    }

    /** Lets the laboratory go on for a time. */
    void run(Duration time) {
        long until = lanes.clock().nanos() + time.toNanos();
        while (lanes.clock().nanos() < until) {
            world.poll(until).ifPresent(this::handle);
        }
    }

    /** Lets the laboratory go on until something holds; fails if it does not within a time. */
    void runUntil(Duration atMost, BooleanSupplier holds) {
        long until = lanes.clock().nanos() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(lanes.clock().nanos())
                    .as("within %s: %s %s", atMost, phases(), reports)
                    .isLessThan(until);
            world.poll(until).ifPresent(this::handle);
        }
    }

    private void handle(World.Occurrence next) {
        conductor.handle(next.channel(), next.event());
    }

    void start(int channel, Program program) {
        conductor.handle(channel, new Event.Started(world.stamp(channel), "run-" + channel, program, 0));
    }

    void ask(int channel, Event.Request request) {
        conductor.handle(channel, new Event.Asked(world.stamp(channel), request, "anna"));
    }

    /** Starts a charge and waits until the current flows and has been seen to. */
    void charge(int channel) {
        start(channel, charging());
        runUntil(Duration.ofSeconds(5), () -> cells.get(channel).amps() > 0);
        run(Duration.ofMillis(500));
        assertThat(phase(channel)).isEqualTo(Phase.RUNNING);
    }

    Phase phase(int channel) {
        return Phase.of(conductor.state(channel));
    }

    private List<Phase> phases() {
        return journal.stream().map(events -> phase(journal.indexOf(events))).toList();
    }

    /** Why a channel is held. */
    String heldFor(int channel) {
        return conductor.state(channel) instanceof ChannelState.Held held
                ? held.cause().message()
                : "not held: " + phase(channel);
    }

    List<String> alarms(Effect.Urgency urgency) {
        return reports.stream()
                .filter(Effect.Alarm.class::isInstance)
                .map(Effect.Alarm.class::cast)
                .filter(alarm -> alarm.urgency() == urgency)
                .map(Effect.Alarm::message)
                .toList();
    }

    <E extends Event> List<E> events(int channel, Class<E> kind) {
        return journal.get(channel).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static Guard guard() {
        return new Guard(2.5, 4.2, 0.6, Long.MAX_VALUE);
    }

    /** A charge at 0.5 A from 3 V to 4 V of a cell of 100 F and 1 ohm, within 2.5 V to 4.2 V; a rest behind it. */
    static Program charging() {
        Op charge = new Op.Drive(
                "steps/0",
                "charge 0.5 A",
                new Target.Amps(0.5),
                Optional.of(new Condition.Above(Subject.VOLTAGE, 4.0, false)),
                3_600_000_000_000L,
                WhenLate.STOP,
                new Recording(10_000_000_000L, NO, NO, NO),
                List.of(),
                guard(),
                Optional.empty());
        Op rest = new Op.Drive(
                "steps/1",
                "rest 10 s",
                new Target.Open(),
                Optional.empty(),
                10_000_000_000L,
                WhenLate.NEXT,
                new Recording(0, NO, NO, NO),
                List.of(),
                guard(),
                Optional.empty());
        Bound volts = new Bound(Bound.Net.RUN, Subject.VOLTAGE, 2.5, 4.2, new Debounce(2, 3), false, "limits/voltage");
        return new Program(
                "charging",
                "0".repeat(64),
                new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1,
                0,
                List.of(volts),
                SILENCE,
                PERIOD,
                1e-3,
                List.of(charge, rest));
    }

    @Override
    public void append(int channel, Event event) {
        List<Event> before = journal.get(channel);
        if (!before.isEmpty()) {
            assertThat(event.atNanos())
                    .as("%s after %s", event, before.getLast())
                    .isGreaterThanOrEqualTo(before.getLast().atNanos());
        }
        before.add(event);
    }

    @Override
    public void commit() {
        // the journal's own tests tell whether it keeps what it was given
    }
}
