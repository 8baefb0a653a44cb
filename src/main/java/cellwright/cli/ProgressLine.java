package cellwright.cli;

import cellwright.world.WallClock;
import java.util.Locale;

/**
 * One line on a terminal that says how far a rehearsal is: a bar of the cycles where their number is known, virtual time,
 * and how much faster than the clock it goes.
 */
final class ProgressLine {
    private static final long EVENTS_BETWEEN_LOOKS = 1024;
    private static final long NANOS_BETWEEN_LINES = 200_000_000L;

    private static final int BAR_WIDTH = 20;
    private static final double CYCLES_KNOWABLE = 1e6;

    private final Console console;
    private final double cycles;
    private final long startNanos = WallClock.monotonicNanos();
    private long lastNanos = startNanos;
    private boolean shown;
    private int cycle;

    /**
     * A line on a console.
     *
     * @param cycles how many cycles there will be at most; 0 or huge if that says nothing
     */
    ProgressLine(Console console, double cycles) {
        this.console = console;
        this.cycles = cycles;
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
                        "\r\u001b[K%s %s simulated, %,.0f times the clock",
                        bar(),
                        Durations.words(virtualNanos * 1e-9),
                        rate);
        console.err().flush();
    }

    /** {@code [########............] 1200/3000}, or only the number of cycles done. */
    private String bar() {
        if (!(cycles > 0 && cycles <= CYCLES_KNOWABLE)) {
            return cycle + " cycles,";
        }
        int full = (int) Math.min(BAR_WIDTH, BAR_WIDTH * cycle / cycles);
        return "[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + cycle + "/" + (long) cycles + " cycles,";
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
