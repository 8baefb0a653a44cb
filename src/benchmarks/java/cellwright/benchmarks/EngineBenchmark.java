package cellwright.benchmarks;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.engine.Transition;
import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How long the engine takes over a reading that changes nothing: a million of them, several times. */
@TouchesTheRealWorld
public final class EngineBenchmark {
    private static final long SECOND = 1_000_000_000L;
    private static final int READINGS = 1_000_000;

    private EngineBenchmark() {}

    /** Prints nanoseconds for each reading, round by round. */
    public static void main(String[] arguments) {
        for (int round = 0; round < 8; round++) {
            ChannelState state = begin();
            long before = System.nanoTime();
            for (int i = 1; i <= READINGS; i++) {
                state = Channel.on(state, reading(SECOND + i * (SECOND / 10), 3.5 + 1e-7 * i))
                        .state();
            }
            long nanos = System.nanoTime() - before;
            boolean running = state instanceof ChannelState.Running;
            System.out.printf("round %d: %.0f ns per reading, still running: %s%n", round, nanos / 1e6, running);
        }
    }

    private static ChannelState begin() {
        Transition transition = Channel.on(new ChannelState.Idle(), new Event.Started(0, "run", program(), 0));
        transition = Channel.on(transition.state(), new Event.Safe(0));
        transition = Channel.on(transition.state(), reading(SECOND, 3.5));
        return Channel.on(transition.state(), new Event.Acknowledged(SECOND, 1)).state();
    }

    private static Event reading(long atNanos, double volts) {
        return new Event.Measured(Reading.at(
                atNanos,
                Sample.good(Signal.VOLTAGE, volts),
                Sample.good(Signal.CURRENT, atNanos == SECOND ? 0 : 1e-3),
                Sample.good(Signal.CHARGE, atNanos * 1e-12),
                Sample.good(Signal.TEMPERATURE, 298.15),
                Sample.good(Signal.PRESSURE, 5e6)));
    }

    private static Program program() {
        var charge = new Op.Drive(
                "steps/0",
                "charge",
                new Target.Amps(1e-3),
                Optional.of(new Condition.Above(Subject.VOLTAGE, 4.3, false)),
                1_000_000 * SECOND,
                WhenLate.NEXT,
                new Recording(60 * SECOND, 0.01, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                List.of(),
                new Guard(2, 4.4, 0.01, Long.MAX_VALUE),
                Optional.empty());
        return new Program(
                "benchmark",
                "",
                new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1,
                0,
                List.of(
                        bound(Subject.VOLTAGE, 2.5, 4.4),
                        bound(Subject.TEMPERATURE, 280, 320),
                        bound(Subject.PRESSURE, 4e6, 6e6)),
                5 * SECOND,
                SECOND / 10,
                1e-6,
                List.of(charge));
    }

    private static Bound bound(Subject subject, double low, double high) {
        return new Bound(Bound.Net.RUN, subject, low, high, Debounce.USUAL, false, "limits/" + subject.word());
    }
}
