package cellwright.protocol.compile;

import java.time.Duration;
import java.util.OptionalLong;

/** Durations as nanoseconds that can be reckoned with. */
final class Times {
    static final long SECOND = 1_000_000_000L;
    static final long YEAR = 365L * 86_400 * SECOND;

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final long MARGIN_PARTS = 10;
    private static final long LEAST_MARGIN = 60 * SECOND;

    private Times() {}

    /** The nanoseconds of a duration that must be above zero and below a hundred years; empty after a complaint. */
    static OptionalLong nanos(Duration time, String what, String path, Faults faults) {
        if (time.isNegative() || time.isZero()) {
            faults.error(path, what + " must be longer than 0 s");
            return OptionalLong.empty();
        }
        if (time.compareTo(LONGEST) > 0) {
            faults.error(path, what + " is longer than 100 years; give a time that will pass");
            return OptionalLong.empty();
        }
        return OptionalLong.of(time.toNanos());
    }

    /** How long the instrument may go on by itself: a tenth more than the step's own time, at least a minute more. */
    static long guarded(long atMostNanos) {
        return atMostNanos + Math.max(atMostNanos / MARGIN_PARTS, LEAST_MARGIN);
    }
}
