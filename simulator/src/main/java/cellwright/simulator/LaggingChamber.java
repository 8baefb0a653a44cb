package cellwright.simulator;

import cellwright.simulator.instrument.Approach;
import cellwright.simulator.instrument.Chamber;

/**
 * A chamber that follows its set-point with a first-order lag and never shoots over.
 *
 * @param approach where the temperature is going, K
 * @param lagSeconds time constant, above 0
 * @param kelvinsPerSecond fastest ramp of the set-point, above 0
 */
record LaggingChamber(Approach approach, double lagSeconds, double kelvinsPerSecond) implements Chamber {
    private static final double CLOSE_KELVINS = 1e-6;

    @Override
    public double kelvins(long atNanos) {
        return approach.at(atNanos);
    }

    @Override
    public Chamber sentTo(double kelvins, double perSecond, long atNanos) {
        double rate = Math.min(perSecond, kelvinsPerSecond);
        var next = new Approach(atNanos, approach.at(atNanos), kelvins, rate, lagSeconds, CLOSE_KELVINS);
        return new LaggingChamber(next, lagSeconds, kelvinsPerSecond);
    }

    @Override
    public long patienceNanos(long atNanos) {
        return Long.MAX_VALUE;
    }
}
