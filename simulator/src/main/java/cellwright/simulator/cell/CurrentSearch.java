package cellwright.simulator.cell;

/**
 * Finds the current at which a cell shows a voltage or takes a power: one scalar equation, by Newton, kept inside a bracket where there is one. Mutable, one thread.
 */
final class CurrentSearch {
    /** The voltage of a cell over its current, rising. */
    interface Curve {
        /** Voltage at a current. */
        double volts(double amps);

        /** Slope there, ohm; asked for right after the voltage at the same current. */
        double slope(double amps);
    }

    private static final int ROUNDS = 100;
    private static final double VOLTS_CLOSE = 1e-11;
    private static final double AMPS_CLOSE = 1e-13;

    private final Curve volts;
    private boolean atBound;
    private boolean failed;

    /**
     * A search.
     *
     * @param volts the cell's voltage over current, rising
     */
    CurrentSearch(Curve volts) {
        this.volts = volts;
    }

    /** Whether the last voltage lies beyond the bound; the current found is then the bound. */
    boolean atBound() {
        return atBound;
    }

    /** Whether the last power exceeds what the cell can give. */
    boolean failed() {
        return failed;
    }

    /** The current for a voltage, at most {@code bound} in magnitude; quickest if the guess is good. */
    double forVolts(double wanted, double guess, double bound) {
        double low = -bound;
        double high = bound;
        double amps = Math.clamp(guess, low, high);
        for (int round = 0; round < ROUNDS; round++) {
            double miss = volts.volts(amps) - wanted;
            if (Math.abs(miss) < VOLTS_CLOSE || high - low < AMPS_CLOSE * bound) {
                break;
            }
            if (miss > 0) {
                high = amps;
            } else {
                low = amps;
            }
            double next = amps - miss / volts.slope(amps);
            amps = next > low && next < high ? next : 0.5 * (low + high);
        }
        atBound = bound - Math.abs(amps) < 1e-9 * bound;
        return amps;
    }

    /**
     * The current of least magnitude for a power. The power a cell gives is a concave function of the discharge current,
     * so Newton from too small a current climbs towards the answer and never passes it.
     */
    double forWatts(double wanted) {
        return forWatts(wanted, wanted / Math.max(volts.volts(0), 0.1));
    }

    /** The same from a guess, which for a discharge must be too small; for a charge it may be any. */
    double forWatts(double wanted, double guess) {
        failed = false;
        atBound = false;
        double amps = guess;
        for (int round = 0; round < ROUNDS; round++) {
            double now = volts.volts(amps);
            double miss = now * amps - wanted;
            if (Math.abs(miss) <= 1e-12 * Math.abs(wanted)) {
                return amps;
            }
            double rate = now + amps * volts.slope(amps);
            if (!(rate > 0)) {
                break;
            }
            amps -= miss / rate;
        }
        failed = true;
        return amps;
    }
}
