package cellwright.cli;

import cellwright.world.WallClock;
import java.util.Locale;

/** One line on a terminal that says how far a rehearsal is: virtual time, cycle, and how much faster than the clock. */
final class ProgressLine {
    private static final long EVENTS_BETWEEN_LOOKS = 1024;
    private static final long NANOS_BETWEEN_LINES = 200_000_000L;

    private final Console console;
    private final long startNanos = WallClock.monotonicNanos();
    private long lastNanos = startNanos;
    private boolean shown;
    private int cycle;

    ProgressLine(Console console) {
        this.console = console;
    }

    void cycle(int number) {
        cycle = number;
    }

    void update(long virtualNanos, long events) {
        if (!console.terminal() || events % EVENTS_BETWEEN_LOOKS != 0) {
            return;
        }
        long now = WallClock.monotonicNanos();
        if (now - lastNanos < NANOS_BETWEEN_LINES) {
            return;
        }
        lastNanos = now;
        shown = true;
        double rate = (double) virtualNanos / (now - startNanos);
        console.err()
                .printf(
                        Locale.ROOT,
                        "\r\u001b[K%s simulated, cycle %d, %,.0f times the clock",
                        Durations.words(virtualNanos * 1e-9),
                        cycle,
                        rate);
        console.err().flush();
    }

    void clear() {
        if (shown) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            shown = false;
        }
    }

    /** Seconds the program itself has taken so far. */
    double secondsTaken() {
        return (WallClock.monotonicNanos() - startNanos) * 1e-9;
    }
}
