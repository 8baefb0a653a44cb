package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How long a step may take whose file says nothing of it: twice what its current needs for a whole charge, where that is known,
 * else a time for all. A capacity that was set by hand may be anything, so a time reckoned with it is an hour or more.
 *
 * @param usual where the current tells nothing
 * @param capacityCoulombs what 1C moves in an hour, if the file says so
 */
record LongestTime(Duration usual, OptionalDouble capacityCoulombs) {
    private static final double SAFETY = 2;
    private static final double HOUR_SECONDS = 3600;
    private static final double YEAR_SECONDS = 366 * 86_400.0;

    /** For a step that drives a current. */
    Duration of(Amount current) {
        return switch (current) {
            case Amount.CRate rate -> whole(SAFETY * HOUR_SECONDS / rate.multiple());
            case Amount.Si si ->
                capacityCoulombs.isPresent()
                        ? whole(Math.max(HOUR_SECONDS, SAFETY * capacityCoulombs.getAsDouble() / Math.abs(si.value())))
                        : usual;
            case Amount.Volts volts -> usual;
            case Amount.PerArea area -> usual;
            case Amount.PerMass mass -> usual;
        };
    }

    private static Duration whole(double seconds) {
        return Duration.ofSeconds((long) Math.ceil(Math.clamp(seconds, 1, YEAR_SECONDS)));
    }
}
