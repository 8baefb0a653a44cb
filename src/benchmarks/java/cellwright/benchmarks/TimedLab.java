package cellwright.benchmarks;

import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Driver;
import cellwright.instrument.Guard;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Settings;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.lab.RigRoom;
import cellwright.protocol.Debounce;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Scale;
import cellwright.protocol.program.Target;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import cellwright.world.real.ChannelOrder;
import cellwright.world.real.InstrumentHealth;
import cellwright.world.real.InstrumentOrder;
import cellwright.world.real.Patience;
import cellwright.world.real.RealWorld;
import cellwright.world.real.ThreadedLanes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A laboratory by the clock as it is served: conductor, world, lane threads, installed drivers, ports, and a journal on disk that is
 * committed every 50 ms. One thread.
 */
final class TimedLab implements EventLog, AutoCloseable {
    private static final long COMMIT_NANOS = 50_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final double AMPS = 1e-4;
    private static final double LOWEST_VOLTS = 1;
    /** A lead that came off is beyond the limit and not beyond what the instrument guards by itself, or that would be the first. */
    private static final double LOWEST_GUARDED_VOLTS = -0.5;

    private static final double HIGHEST_VOLTS = 4.6;

    private final NanoClock clock = WallClock::monotonicNanos;
    private final ThreadedLanes lanes = new ThreadedLanes(clock, Switchboard::ofThisMachine);
    private final JournalWriter journal;
    private final RealWorld world;
    private final Conductor conductor;
    private final Program program;
    private final int channels;
    private long commitNanos;

    /** Instruments are about to be connected, each the potentiostat of a channel of its own. */
    TimedLab(Emulators emulators, Played played, Path folder, long periodNanos) throws LogFailure {
        channels = emulators.count();
        Driver driver = RigRoom.driver(played.word()).orElseThrow();
        List<InstrumentOrder> instruments = new ArrayList<>();
        List<ChannelOrder> orders = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            Map<String, String> settings = new TreeMap<>(played.settings(periodNanos));
            settings.put("link", emulators.address(i));
            String name = "pstat-" + i;
            instruments.add(new InstrumentOrder(
                    name,
                    "link-" + i,
                    driver,
                    new Settings(settings).withDefaults(driver.settings()),
                    Optional.empty(),
                    periodNanos));
            orders.add(new ChannelOrder("A" + i, name, List.of(), Optional.empty()));
        }
        journal = JournalWriter.open(new RealDisk(), folder, JournalSizes.USUAL, poisoned -> {
            throw new IllegalStateException("void: " + poisoned.message());
        });
        world = new RealWorld(lanes, instruments, orders, Patience.USUAL);
        conductor = new Conductor(world, this, (channel, report) -> {}, channels);
        program = program(periodNanos);
    }

    private static Program program(long periodNanos) {
        var charge = new Op.Drive(
                "steps/0",
                "charge",
                new Target.Amps(AMPS),
                Optional.empty(),
                3600 * SECOND,
                WhenLate.NEXT,
                new Recording(SECOND, 0.01, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                List.of(),
                new Guard(LOWEST_GUARDED_VOLTS, HIGHEST_VOLTS, 5e-3, Long.MAX_VALUE),
                Optional.empty());
        return new Program(
                "benchmark",
                "0".repeat(64),
                new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1,
                0,
                List.of(new Bound(
                        Bound.Net.RUN,
                        Subject.VOLTAGE,
                        LOWEST_VOLTS,
                        HIGHEST_VOLTS,
                        Debounce.AT_ONCE,
                        false,
                        "limits/voltage")),
                5 * SECOND,
                periodNanos,
                2e-5,
                List.of(charge));
    }

    /** One event, or a short while without one. */
    void turn() throws LogFailure {
        long now = clock.nanos();
        world.poll(now + COMMIT_NANOS).ifPresent(next -> conductor.handle(next.channel(), next.event()));
        if (clock.nanos() - commitNanos >= COMMIT_NANOS) {
            commitNanos = clock.nanos();
            conductor.commit();
        }
        if (conductor.logFailure().isPresent()) {
            throw conductor.logFailure().get();
        }
    }

    boolean isConnected(int channel) {
        return world.traits(channel).isPresent();
    }

    Phase phase(int channel) {
        return Phase.of(conductor.state(channel));
    }

    /** Why a channel is held; empty if it is not. */
    String heldFor(int channel) {
        return conductor.state(channel) instanceof ChannelState.Held held
                ? held.cause().message()
                : "";
    }

    void start(int channel) {
        conductor.handle(channel, new Event.Started(world.stamp(channel), "run-" + channel, program, 0));
    }

    void ask(int channel, Event.Request request) {
        conductor.handle(channel, new Event.Asked(world.stamp(channel), request, "benchmark"));
    }

    /** How it stands with the instruments, by channel. */
    List<InstrumentHealth> health() {
        return world.health().instruments();
    }

    @Override
    public void append(int channel, Event event) throws LogFailure {
        journal.append(channel, event);
    }

    @Override
    public void commit() throws LogFailure {
        journal.commit();
    }

    /** Lets instruments and journal go; their cells are no cells. */
    @Override
    public void close() throws LogFailure {
        lanes.close();
        journal.close();
    }
}
