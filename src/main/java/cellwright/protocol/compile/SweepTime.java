package cellwright.protocol.compile;

import cellwright.instrument.Sweep;

/** How many points a spectrum has and how long it may take, reckoned from its frequencies. */
final class SweepTime {
    private static final double PERIODS = 5;
    private static final double LEAST_SECONDS_A_POINT = 0.2;
    /** Instruments repeat, average and correct for drift; three times the usual is slow for all of them. */
    private static final double SLOWEST = 3;

    private static final double START_SECONDS = 60;
    private static final double ROUNDING = 1e-6;

    private SweepTime() {}

    /** How many frequencies the sweep has at least; instruments differ by one where the last decade is not whole. */
    static double points(Sweep sweep) {
        return Math.floor(decades(sweep) * sweep.pointsPerDecade() + ROUNDING) + 1;
    }

    /** Reckoned with five periods a point and never less than 0.2 s. */
    static double estimatedSeconds(Sweep sweep) {
        int intervals = (int) Math.round(decades(sweep) * sweep.pointsPerDecade());
        double lowest = Math.min(sweep.fromHz(), sweep.toHz());
        double seconds = 0;
        for (int i = 0; i <= intervals; i++) {
            double hertz = lowest * Math.pow(10, (double) i / sweep.pointsPerDecade());
            seconds += Math.max(PERIODS / hertz, LEAST_SECONDS_A_POINT);
        }
        return Math.min(seconds, Double.MAX_VALUE);
    }

    /** When the analyser must have answered: a minute and three times the estimate. */
    static double atMostSeconds(Sweep sweep) {
        return START_SECONDS + SLOWEST * estimatedSeconds(sweep);
    }

    private static double decades(Sweep sweep) {
        return Math.abs(Math.log10(sweep.fromHz()) - Math.log10(sweep.toHz()));
    }
}
