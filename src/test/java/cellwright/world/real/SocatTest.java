package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Settings;
import cellwright.testkit.FaultProxy;
import cellwright.testkit.Wire;
import cellwright.world.WallClock;
import cellwright.world.link.Socat;
import cellwright.world.link.Switchboard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run over a serial port that nobody here wrote, which is pulled and put back under its name. Skipped where socat is not installed. By the machine's clock; what is asserted is what happens, not when.
 */
@Timeout(60)
class SocatTest implements EventLog {
    private static final long STEP_NANOS = 50_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final NanoClock clock = WallClock::monotonicNanos;
    private final WiredCell cell = new WiredCell("SN-0", clock, 3.0);
    private final FaultProxy proxy = new FaultProxy(clock, '\n');
    private final ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine);
    private final List<Event> events = new ArrayList<>();
    private final List<Effect.Report> reports = new ArrayList<>();
    private Optional<WiredCell> behind = Optional.of(cell);
    private Optional<Socat> socat = Optional.empty();
    private Optional<RealWorld> world = Optional.empty();
    private Optional<Conductor> conductor = Optional.empty();
    private int port;

    @AfterEach
    void close() throws IOException {
        lanes.close();
        if (socat.isPresent()) {
            socat.get().close();
        }
        proxy.close();
    }

    private void plug() throws IOException {
        if (port == 0) {
            port = proxy.listen(() -> Wire.to(behind.orElseThrow()));
        }
        socat.orElseThrow().plug(port);
    }

    private void pull() throws IOException {
        socat.orElseThrow().pull();
    }

    private void open() throws IOException {
        Socat adapter = new Socat(folder.resolve("usb-potentiostat"));
        socat = Optional.of(adapter);
        plug();
        RealWorld made = new RealWorld(
                lanes,
                List.of(new InstrumentOrder(
                        "pstat-0",
                        "wire",
                        new WiredDriver(),
                        new Settings(Map.of("link", adapter.address() + "?baud=115200")),
                        Optional.empty(),
                        20_000_000L)),
                List.of(new ChannelOrder("A0", "pstat-0", List.of(), Optional.empty())),
                Patience.USUAL);
        world = Optional.of(made);
        conductor = Optional.of(new Conductor(made, this, (channel, report) -> reports.add(report), 1));
        until(() -> made.traits(0).isPresent());
    }

    private void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            world.orElseThrow()
                    .poll(clock.nanos() + STEP_NANOS)
                    .ifPresent(next -> conductor.orElseThrow().handle(next.channel(), next.event()));
        }
    }

    private Phase phase() {
        return Phase.of(conductor.orElseThrow().state(0));
    }

    private long readings() {
        return events.stream().filter(Event.Measured.class::isInstance).count();
    }

    private LinkFigures figures() {
        return world.orElseThrow().health().instruments().getFirst().figures();
    }

    private void ask(Event.Request request) {
        conductor.orElseThrow().handle(0, new Event.Asked(world.orElseThrow().stamp(0), request, "anna"));
    }

    private void charge() {
        conductor
                .orElseThrow()
                .handle(0, new Event.Started(world.orElseThrow().stamp(0), "run", Laboratory.charging(), 0));
        until(() -> cell.amps() > 0 && readings() > 20);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    /** Pulls the plug while an answer is on its way: its bytes are so slow that some of them have not come yet. */
    private void pullInTheMiddleOfAnAnswer() throws IOException {
        long before = proxy.messages();
        proxy.shaped(Duration.ofMillis(4));
        until(() -> proxy.messages() > before);
        pull();
        proxy.shaped(Duration.ZERO);
    }

    @Test
    void aWholeRunGoesOverIt() throws IOException {
        open();
        long untilItWasThere = figures().failures();
        charge();
        ask(Event.Request.STOP);
        until(() -> phase() == Phase.ENDED);
        assertThat(cell.amps()).isZero();
        assertThat(figures().failures()).isEqualTo(untilItWasThere);
    }

    @Test
    void aPlugPulledInTheMiddleOfAnAnswerIsALossAndBackUnderItsNameTheCellIsMadeSafeAndTheRunGoesOn()
            throws IOException {
        open();
        charge();
        pullInTheMiddleOfAnAnswer();
        until(() -> phase() == Phase.STOPPING);
        assertThat(alarms()).anySatisfy(message -> assertThat(message)
                .contains(socat.orElseThrow().address())
                .contains("unplugged"));
        assertThat(cell.amps()).as("nobody can tell it").isEqualTo(0.5);
        plug();
        until(() -> phase() == Phase.HELD);
        assertThat(cell.amps()).isZero();
        assertThat(figures().connects()).isEqualTo(2);
        ask(Event.Request.RESUME);
        until(() -> cell.amps() > 0);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
        assertThat(events.stream()
                        .filter(Event.Measured.class::isInstance)
                        .map(event -> ((Event.Measured) event).reading().value(cellwright.instrument.Signal.CURRENT)))
                .as("no part of an answer was taken for a whole one")
                .allMatch(amps -> amps == 0 || amps == 0.5);
    }

    @Test
    void anotherInstrumentUnderTheSameNameIsToldNothing() throws IOException {
        open();
        charge();
        pullInTheMiddleOfAnAnswer();
        until(() -> phase() == Phase.STOPPING);
        WiredCell stranger = new WiredCell("SN-9", clock, 3.0);
        behind = Optional.of(stranger);
        plug();
        until(() -> world.orElseThrow()
                .health()
                .instruments()
                .getFirst()
                .lastFailure()
                .contains("SN-9"));
        assertThat(stranger.told).isEmpty();
        pull();
        behind = Optional.of(cell);
        plug();
        until(() -> conductor.orElseThrow().state(0) instanceof ChannelState.Held);
        assertThat(cell.amps()).isZero();
        assertThat(stranger.told).isEmpty();
    }

    private List<String> alarms() {
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
