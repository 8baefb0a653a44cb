package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Signal;

/**
 * The charge between two readings with nobody watching in between: the program was gone, or the instrument was. An instrument's
 * coulomb counter may have begun anew meanwhile, so what it says is believed only where the currents before and after allow it;
 * without a counter that can be believed, a current that is the same before and after is taken to have flowed all the time.
 */
public final class Unwatched {
    private static final double ALIKE = 0.1;
    private static final double MORE_THAN_SEEN = 2;

    private Unwatched() {}

    /**
     * The charge that went into the cell, C; 0 where nothing can be said.
     *
     * @param restAmps a current below is none
     */
    public static double coulombs(Reading before, Reading now, double restAmps) {
        double seconds = Nanos.toSeconds(now.atNanos() - before.atNanos());
        double ampsBefore = before.value(Signal.CURRENT);
        double ampsNow = now.value(Signal.CURRENT);
        double counted = now.value(Signal.CHARGE) - before.value(Signal.CHARGE);
        if (isCredible(counted, ampsBefore, ampsNow, restAmps, seconds)) {
            return counted;
        }
        double largest = Math.max(Math.abs(ampsBefore), Math.abs(ampsNow));
        boolean alike = largest > restAmps && Math.abs(ampsBefore - ampsNow) <= ALIKE * largest;
        return alike ? 0.5 * (ampsBefore + ampsNow) * seconds : 0;
    }

    /** In the direction of a current that was seen, and not much more than it could move; false for NaN. */
    private static boolean isCredible(
            double counted, double ampsBefore, double ampsNow, double restAmps, double seconds) {
        if (Math.abs(counted) <= restAmps * seconds) {
            return true;
        }
        double signed = Math.signum(counted);
        double largest = Math.max(signed * orNone(ampsBefore), signed * orNone(ampsNow));
        return Math.abs(counted) <= MORE_THAN_SEEN * largest * seconds;
    }

    private static double orNone(double amps) {
        return Double.isNaN(amps) ? 0 : amps;
    }
}
