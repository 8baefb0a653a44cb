package cellwright.benchmarks;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.engine.Transition;
import cellwright.protocol.program.Recording;

/** How long the engine takes over a reading that changes nothing: a million of them, several times. */
@TouchesTheRealWorld
public final class EngineBenchmark {
    private static final long SECOND = 1_000_000_000L;
    private static final int READINGS = 1_000_000;
    private static final Recording RECORDING =
            new Recording(60 * SECOND, 0.01, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private EngineBenchmark() {}

    /** Prints nanoseconds for each reading, round by round. */
    public static void main(String[] arguments) {
        for (int round = 0; round < 8; round++) {
            ChannelState state = begin();
            long before = System.nanoTime();
            for (int i = 1; i <= READINGS; i++) {
                state = Channel.on(state, SteadyCharge.reading(SECOND + i * (SECOND / 10), 3.5 + 1e-7 * i))
                        .state();
            }
            long nanos = System.nanoTime() - before;
            boolean running = state instanceof ChannelState.Running;
            System.out.printf("round %d: %.0f ns per reading, still running: %s%n", round, nanos / 1e6, running);
        }
    }

    private static ChannelState begin() {
        Transition transition =
                Channel.on(new ChannelState.Idle(), new Event.Started(0, "run", SteadyCharge.program(RECORDING), 0));
        transition = Channel.on(transition.state(), new Event.Safe(0));
        transition = Channel.on(transition.state(), SteadyCharge.reading(SECOND, 3.5));
        return Channel.on(transition.state(), new Event.Acknowledged(SECOND, 1)).state();
    }
}
