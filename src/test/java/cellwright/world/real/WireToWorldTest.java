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
import cellwright.testkit.LineFault;
import cellwright.testkit.Wire;
import cellwright.world.WallClock;
import cellwright.world.link.PseudoTerminal;
import cellwright.world.link.Switchboard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole way on this machine: conductor, world, lane threads, driver, link, socket or pseudo-terminal, a proxy that spoils
 * what passes, and a wired cell that keeps the truth. By the machine's clock; what is asserted is what happens, not when.
 */
@Timeout(60)
class WireToWorldTest implements EventLog {
    private static final long STEP_NANOS = 100_000_000L;

    private final NanoClock clock = WallClock::monotonicNanos;
    private final WiredCell cell = new WiredCell("SN-0", clock, 3.0);
    private final FaultProxy proxy = new FaultProxy(clock, '\n');
    private final ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine);
    private final List<Event> events = new ArrayList<>();
    private final List<Effect.Report> reports = new ArrayList<>();
    private Optional<RealWorld> world = Optional.empty();
    private Optional<Conductor> conductor = Optional.empty();

    private void open(String address) {
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
    }

    private void openSocket() throws IOException {
        open("tcp:127.0.0.1:" + proxy.listen(() -> Wire.to(cell)));
    }

    @AfterEach
    void close() throws IOException {
        lanes.close();
        proxy.close();
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

    private void charge() {
        until(() -> world.orElseThrow().traits(0).isPresent());
        conductor
                .orElseThrow()
                .handle(0, new Event.Started(world.orElseThrow().stamp(0), "run", Laboratory.charging(), 0));
        until(() -> cell.amps() > 0 && readings() > 20);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    private long readings() {
        return events.stream().filter(Event.Measured.class::isInstance).count();
    }

    private void more(int readings) {
        long before = readings();
        until(() -> readings() >= before + readings || phase() != Phase.RUNNING);
    }

    private String heldFor() {
        return conductor.orElseThrow().state(0) instanceof ChannelState.Held held
                ? held.cause().message()
                : "not held: " + phase();
    }

    private LinkFigures figures() {
        return world.orElseThrow().health().instruments().getFirst().figures();
    }

    @Test
    void aSpoiledAnswerNowAndThenIsAskedForAgainAndTheRunGoesOn() throws IOException {
        openSocket();
        charge();
        for (LineFault fault : List.of(
                new LineFault.Drop(),
                new LineFault.Corrupt(5, 0x40),
                new LineFault.Duplicate(),
                new LineFault.Garbage("\u0000\u00ff!!\n"),
                new LineFault.Split(4, Duration.ofMillis(5)),
                new LineFault.Merge(),
                new LineFault.Delay(Duration.ofMillis(300)))) {
            long before = figures().repeats();
            proxy.answers(fault);
            // readings of before may still be waiting, so that some more of them do not say that the fault has come to
            // pass
            until(() -> !spoilsAnAnswer(fault) || figures().repeats() > before || phase() != Phase.RUNNING);
            more(5);
            assertThat(phase()).as(fault.toString()).isEqualTo(Phase.RUNNING);
        }
        assertThat(events.stream()
                        .filter(Event.Measured.class::isInstance)
                        .map(event -> ((Event.Measured) event).reading().value(cellwright.instrument.Signal.CURRENT)))
                .as("no wrong value was taken for a right one")
                .allMatch(amps -> amps == 0 || amps == 0.5);
    }

    private static boolean spoilsAnAnswer(LineFault fault) {
        return fault instanceof LineFault.Drop
                || fault instanceof LineFault.Corrupt
                || fault instanceof LineFault.Merge
                || fault instanceof LineFault.Delay;
    }

    @Test
    void aConnectionThatIsCutPutsTheRunToRestAndIsMadeAgainAndTheRunGoesOn() throws IOException {
        openSocket();
        charge();
        proxy.answers(new LineFault.Cut(3));
        until(() -> phase() == Phase.HELD);
        assertThat(heldFor()).contains("the far end closed the connection").contains("tcp:127.0.0.1:");
        assertThat(cell.amps()).isZero();
        assertThat(figures().connects()).isEqualTo(2);
        conductor.orElseThrow().handle(0, new Event.Asked(world.orElseThrow().stamp(0), Event.Request.RESUME, "anna"));
        until(() -> cell.amps() > 0);
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void anInstrumentThatFallsSilentIsMadeSafeAsSoonAsItIsHeardAgain() throws IOException {
        openSocket();
        charge();
        LineFault[] silence = new LineFault[12];
        java.util.Arrays.fill(silence, new LineFault.Drop());
        proxy.answers(silence);
        until(() -> phase() == Phase.HELD);
        assertThat(heldFor()).contains("pstat-0");
        assertThat(cell.amps()).isZero();
    }

    @Test
    void aSlowSerialLineOnAPseudoTerminalCarriesAWholeRun() throws IOException {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            proxy.shaped(Duration.ofNanos(86_806));
            proxy.join(terminal.wire(), Wire.to(cell));
            open("serial:" + terminal.device() + "?baud=115200");
            charge();
            more(20);
            conductor
                    .orElseThrow()
                    .handle(0, new Event.Asked(world.orElseThrow().stamp(0), Event.Request.STOP, "anna"));
            until(() -> phase() == Phase.ENDED);
            assertThat(cell.amps()).isZero();
            assertThat(figures().failures()).isZero();
        }
    }

    @Test
    void aSerialAdapterThatIsPulledIsALossWithItsAddress() throws IOException {
        PseudoTerminal terminal = new PseudoTerminal();
        proxy.join(terminal.wire(), Wire.to(cell));
        open("serial:" + terminal.device());
        charge();
        terminal.close();
        until(() -> phase() == Phase.STOPPING);
        assertThat(reports)
                .filteredOn(Effect.Alarm.class::isInstance)
                .map(report -> ((Effect.Alarm) report).message())
                .anySatisfy(message -> assertThat(message)
                        .contains("serial:" + terminal.device())
                        .contains("unplugged"));
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
