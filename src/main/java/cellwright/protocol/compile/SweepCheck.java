package cellwright.protocol.compile;

import cellwright.instrument.Sweep;
import cellwright.protocol.Subject;

/** Whether the bench can measure a spectrum, and how long that may take. */
final class SweepCheck {
    private static final int MOST_POINTS = 10_000;
    private static final double PERIODS = 5;
    private static final double LEAST_SECONDS_A_POINT = 0.2;

    private final Binding binding;
    private final Faults faults;

    SweepCheck(Binding binding) {
        this.binding = binding;
        this.faults = binding.faults();
    }

    /** Whether the sweep can be made; complains when not. */
    boolean check(Sweep sweep, String path) {
        boolean analyser = binding.bench().impedance();
        if (!analyser) {
            faults.error(
                    path,
                    "the channel \"" + binding.bench().channel()
                            + "\" has no impedance analyser; use another channel or leave the spectrum out");
        }
        boolean sound = sound(sweep, path);
        return analyser && sound && currentAllowed(sweep, path);
    }

    private boolean sound(Sweep sweep, String path) {
        if (!positive(sweep.amplitude()) || !positive(sweep.fromHz()) || !positive(sweep.toHz())) {
            faults.error(path, "amplitude and frequencies of a spectrum must be finite numbers above 0");
            return false;
        }
        if (sweep.pointsPerDecade() < 1 || !(points(sweep) <= MOST_POINTS)) {
            faults.error(path, "a spectrum needs 1 or more points per decade and at most " + MOST_POINTS + " in all");
            return false;
        }
        return true;
    }

    private static boolean positive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private boolean currentAllowed(Sweep sweep, String path) {
        double largest = Math.min(
                binding.bench().potentiostat().ampsMax(),
                binding.runNet().window(Subject.CURRENT).magnitude());
        if (sweep.mode() == Sweep.Mode.GALVANOSTATIC && sweep.amplitude() > largest) {
            faults.error(
                    path,
                    "the amplitude " + Quantities.amperes(sweep.amplitude()) + " is more than limits, cell and"
                            + " potentiostat allow together, " + Quantities.amperes(largest));
            return false;
        }
        return true;
    }

    private static double points(Sweep sweep) {
        return decades(sweep) * sweep.pointsPerDecade() + 1;
    }

    private static double decades(Sweep sweep) {
        return Math.abs(Math.log10(sweep.fromHz()) - Math.log10(sweep.toHz()));
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
}
