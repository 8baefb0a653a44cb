package cellwright.benchmarks;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.Transition;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.journal.JournalReader;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * A run in a real journal: the engine drives a cell that is a straight line, read ten times a second, every reading a row, with
 * the resolution and the noise of an instrument. One thread.
 */
final class WrittenRun {
    private static final long TICK = 100_000_000L;
    private static final int TICKS_A_STEP = 500;
    private static final double AMPS = 1e-3;
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    private final SplittableRandom noise = new SplittableRandom(20260901);
    private final Queue<Event> answers = new ArrayDeque<>();
    private final JournalWriter journal;
    private ChannelState state = new ChannelState.Idle();
    private long wakeAt = Long.MAX_VALUE;
    private double amps;
    private double coulombs;
    private boolean ended;

    private WrittenRun(JournalWriter journal) {
        this.journal = journal;
    }

    /** Told every event with what the engine says to it. */
    interface Follower {
        void take(long number, Event event, List<Effect> effects) throws IOException;
    }

    /** Writes a run of so many rows, a thousand a cycle. */
    static void write(Path folder, int rows) throws LogFailure {
        JournalSizes sizes = new JournalSizes(64L << 20, Integer.MAX_VALUE, 1 << 16);
        try (JournalWriter journal = JournalWriter.open(new RealDisk(), folder, sizes, poisoned -> {})) {
            new WrittenRun(journal).go(rows / (2 * TICKS_A_STEP));
        }
    }

    /** Reads a run through the engine; how many events there were. */
    static long walk(Path folder, Follower follower) throws IOException {
        ChannelState at = new ChannelState.Idle();
        long events = 0;
        try (JournalReader reader = JournalReader.open(new RealDisk(), folder, (run, hash) -> program(cycles(hash)))) {
            while (reader.next()) {
                Transition transition = Channel.on(at, reader.event());
                at = transition.state();
                events++;
                follower.take(events, reader.event(), transition.effects());
            }
            if (!reader.findings().isEmpty()) {
                throw new IllegalStateException("void: the journal is not whole");
            }
        }
        return events;
    }

    private static int cycles(String hash) {
        return Integer.parseInt(hash);
    }

    private void go(int cycles) throws LogFailure {
        take(new Event.Started(0, "run", program(cycles), 0));
        for (long at = TICK; !ended; at += TICK) {
            if (wakeAt <= at) {
                long due = wakeAt;
                wakeAt = Long.MAX_VALUE;
                take(new Event.Due(due));
            }
            take(new Event.Measured(reading(at)));
        }
    }

    private void take(Event first) throws LogFailure {
        for (Event event = first; event != null; event = answers.poll()) {
            journal.append(0, event);
            Transition transition = Channel.on(state, event);
            state = transition.state();
            for (Effect effect : transition.effects()) {
                answer(effect, event.atNanos());
            }
        }
    }

    private void answer(Effect effect, long at) {
        if (effect instanceof Effect.Apply apply) {
            amps = apply.control() instanceof Control.Current current ? current.amps() : 0;
            answers.add(new Event.Acknowledged(at, apply.order()));
        } else if (effect instanceof Effect.Disconnect disconnect) {
            amps = 0;
            answers.add(new Event.Acknowledged(at, disconnect.order()));
        } else if (effect instanceof Effect.MakeSafe) {
            amps = 0;
            answers.add(new Event.Safe(at));
        } else if (effect instanceof Effect.WakeAt wake) {
            wakeAt = wake.atNanos();
        } else if (effect instanceof Effect.RunEnded) {
            ended = true;
        }
    }

    private Reading reading(long at) {
        coulombs += amps * TICK * 1e-9;
        return Reading.at(
                at,
                Sample.good(Signal.VOLTAGE, rounded(3.2 + 16 * coulombs + 50 * amps, 1e-4)),
                Sample.good(Signal.CURRENT, amps == 0 ? 0 : rounded(amps, 1e-7)),
                Sample.good(Signal.CHARGE, rounded(coulombs, 1e-9)),
                Sample.good(Signal.TEMPERATURE, rounded(298.15, 1e-2)),
                Sample.good(Signal.PRESSURE, rounded(5e6, 1e3)));
    }

    /** A value as an instrument shows it: noise of about a digit, then whole digits. */
    private double rounded(double value, double digit) {
        return Math.rint(value / digit + noise.nextDouble(-0.8, 0.8)) * digit;
    }

    private static Program program(int cycles) {
        return new Program(
                "benchmark",
                Integer.toString(cycles),
                new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1,
                0,
                List.of(
                        bound(Subject.VOLTAGE, 2.5, 4.4),
                        bound(Subject.TEMPERATURE, 280, 320),
                        bound(Subject.PRESSURE, 4e6, 6e6)),
                5_000_000_000L,
                TICK,
                1e-6,
                List.of(new Op.Repeat(
                        "steps/0",
                        "cycles",
                        cycles,
                        Optional.empty(),
                        true,
                        false,
                        List.of(drive("steps/0/0", AMPS), drive("steps/0/1", -AMPS)))));
    }

    private static Op drive(String path, double amps) {
        return new Op.Drive(
                path,
                "drive",
                new Target.Amps(amps),
                Optional.of(new Condition.Elapsed(TICKS_A_STEP * TICK)),
                2 * TICKS_A_STEP * TICK,
                WhenLate.NEXT,
                new Recording(TICK, FOR_EVER, FOR_EVER, FOR_EVER),
                List.of(),
                new Guard(2, 4.4, 0.01, Long.MAX_VALUE),
                Optional.empty());
    }

    private static Bound bound(Subject subject, double low, double high) {
        return new Bound(Bound.Net.RUN, subject, low, high, Debounce.USUAL, false, "limits/" + subject.word());
    }
}
