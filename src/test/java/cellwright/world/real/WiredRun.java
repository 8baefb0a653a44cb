package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.testkit.FaultProxy;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * The whole way on this machine: conductor, world, lane threads, driver, link, a proxy that spoils what passes, and a wired cell that
 * keeps the truth. By the machine's clock; what is asserted is what happens, not when.
 */
abstract class WiredRun implements EventLog {
    private static final long STEP_NANOS = 50_000_000L;

    final NanoClock clock = WallClock::monotonicNanos;
    final WiredCell cell = new WiredCell("SN-0", clock, 3.0);
    final FaultProxy proxy = new FaultProxy(clock, '\n');
    private final ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine);
    private final List<Event> events = new ArrayList<>();
    private final List<Effect.Report> reports = new ArrayList<>();
    private Optional<RealWorld> world = Optional.empty();
    private Optional<Conductor> conductor = Optional.empty();

    /** Ends the lanes; what the cable is made of is put away after them. */
    @AfterEach
    void close() throws IOException {
        lanes.close();
        unplugged();
        proxy.close();
    }

    /** Puts away what the cable was made of. */
    void unplugged() throws IOException {}

    void open(String address) {
        RealWorld made = new RealWorld(
                lanes,
                List.of(new InstrumentOrder(
                        "pstat-0",
                        "wire",
                        new WiredDriver(),
                        new Settings(Map.of("link", address)),
                        Optional.empty(),
                        20_000_000L)),
                List.of(new ChannelOrder("A0", "pstat-0", List.of(), Optional.empty())),
                Patience.USUAL);
        world = Optional.of(made);
        conductor = Optional.of(new Conductor(made, this, (channel, report) -> reports.add(report), 1));
        until(() -> made.traits(0).isPresent());
    }

    private RealWorld world() {
        return world.orElseThrow();
    }

    Conductor conductor() {
        return conductor.orElseThrow();
    }

    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            world().poll(clock.nanos() + STEP_NANOS)
                    .ifPresent(next -> conductor().handle(next.channel(), next.event()));
        }
    }

    Phase phase() {
        return Phase.of(conductor().state(0));
    }

    void ask(Event.Request request) {
        conductor().handle(0, new Event.Asked(world().stamp(0), request, "anna"));
    }

    void charge() {
        conductor().handle(0, new Event.Started(world().stamp(0), "run", Laboratory.charging(), 0));
        until(() -> cell.amps() > 0 && readings() > 20);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    long readings() {
        return measured().count();
    }

    private Stream<Event.Measured> measured() {
        return events.stream().filter(Event.Measured.class::isInstance).map(Event.Measured.class::cast);
    }

    void noWrongValueWasTakenForARightOne() {
        assertThat(measured().map(event -> event.reading().value(Signal.CURRENT)))
                .allMatch(amps -> amps == 0 || amps == 0.5);
    }

    InstrumentHealth health() {
        return world().health().instruments().getFirst();
    }

    LinkFigures figures() {
        return health().figures();
    }

    List<String> alarms() {
        return reports.stream()
                .filter(Effect.Alarm.class::isInstance)
                .map(report -> ((Effect.Alarm) report).message())
                .toList();
    }

    @Override
    public void append(int channel, Event event) {
        events.add(event);
    }

    @Override
    public void commit() {
        // the journal's own tests tell whether it keeps what it was given
    }
}
