package cellwright.protocol.compile;

import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Sweep;
import cellwright.protocol.Subject;
import java.util.Optional;

/** Whether the bench can measure a spectrum, and whether limits and cell allow it. */
final class SweepCheck {
    /** So many fit into one record of the journal. */
    private static final int MOST_POINTS = 2_000;

    private static final double MOST_SECONDS = 1e-9 * Times.YEAR;
    private static final double LONG_SECONDS = 86_400;

    private final Binding binding;
    private final Faults faults;

    SweepCheck(Binding binding) {
        this.binding = binding;
        this.faults = binding.faults();
    }

    /** Whether the sweep can be made; complains when not. */
    boolean check(Sweep sweep, String path) {
        Optional<ImpedanceAnalyser.Reach> analyser = binding.bench().analyser();
        if (analyser.isEmpty()) {
            faults.error(
                    path,
                    "the channel \"" + binding.bench().channel()
                            + "\" has no impedance analyser; use another channel or leave the spectrum out");
        }
        boolean sound = sound(sweep, path);
        return analyser.isPresent() && sound && reached(sweep, analyser.get(), path) && excitationAllowed(sweep, path);
    }

    private boolean reached(Sweep sweep, ImpedanceAnalyser.Reach reach, String path) {
        boolean from = reached(sweep.fromHz(), reach, path + "/eis/from");
        boolean to = reached(sweep.toHz(), reach, path + "/eis/to");
        return from && to && excites(sweep, reach, path + "/eis/amplitude");
    }

    private boolean reached(double hertz, ImpedanceAnalyser.Reach reach, String path) {
        if (!reach.contains(hertz)) {
            faults.error(
                    path,
                    "the impedance analyser of the channel \"" + binding.bench().channel() + "\" cannot measure at "
                            + Quantities.hertz(hertz) + ", it goes from " + Quantities.hertz(reach.lowestHz()) + " to "
                            + Quantities.hertz(reach.highestHz()));
            return false;
        }
        return true;
    }

    private boolean excites(Sweep sweep, ImpedanceAnalyser.Reach reach, String path) {
        boolean volts = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        double most = volts ? reach.voltsMax() : reach.ampsMax();
        if (sweep.amplitude() > most) {
            faults.error(
                    path,
                    "the amplitude " + excitation(sweep.amplitude(), volts) + " is more than the impedance analyser of"
                            + " the channel \"" + binding.bench().channel() + "\" can excite with, "
                            + excitation(most, volts));
            return false;
        }
        return true;
    }

    private static String excitation(double amplitude, boolean volts) {
        return volts ? Quantities.volts(amplitude) : Quantities.amperes(amplitude);
    }

    private boolean sound(Sweep sweep, String path) {
        if (!positive(sweep.amplitude()) || !positive(sweep.fromHz()) || !positive(sweep.toHz())) {
            faults.error(path, "amplitude and frequencies of a spectrum must be finite numbers above 0");
            return false;
        }
        if (sweep.pointsPerDecade() < 1 || !(SweepTime.points(sweep) <= MOST_POINTS)) {
            faults.error(path, "a spectrum needs 1 or more points per decade and at most " + MOST_POINTS + " in all");
            return false;
        }
        if (sweep.atHold() && sweep.mode() == Sweep.Mode.GALVANOSTATIC) {
            faults.error(
                    path,
                    "a galvanostatic spectrum sets the current, so no potential can be held meanwhile; make it"
                            + " potentiostatic, or measure at open circuit");
            return false;
        }
        return timeSound(sweep, path);
    }

    private boolean timeSound(Sweep sweep, String path) {
        double seconds = SweepTime.estimatedSeconds(sweep);
        if (!(SweepTime.atMostSeconds(sweep) <= MOST_SECONDS)) {
            faults.error(
                    path,
                    "the lowest frequency of this spectrum, "
                            + Quantities.hertz(Math.min(sweep.fromHz(), sweep.toHz()))
                            + ", would take years to measure; raise it");
            return false;
        }
        if (seconds > LONG_SECONDS) {
            faults.warning(
                    path,
                    "this spectrum takes about " + Quantities.time(Math.round(seconds) * Times.SECOND)
                            + "; a cell changes meanwhile; was a unit of frequency forgotten?");
        }
        return true;
    }

    private static boolean positive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private boolean excitationAllowed(Sweep sweep, String path) {
        return switch (sweep.mode()) {
            case GALVANOSTATIC -> currentAllowed(sweep, path);
            case POTENTIOSTATIC -> voltageAllowed(sweep, path);
        };
    }

    private boolean currentAllowed(Sweep sweep, String path) {
        double largest = Math.min(
                binding.bench().potentiostat().ampsMax(),
                binding.runNet().window(Subject.CURRENT).magnitude());
        if (sweep.amplitude() > largest) {
            faults.error(
                    path,
                    "the amplitude " + Quantities.amperes(sweep.amplitude()) + " is more than limits, cell and"
                            + " potentiostat allow together, " + Quantities.amperes(largest));
            return false;
        }
        return true;
    }

    /** Wherever the cell stands, both peaks must fit between the limits. */
    private boolean voltageAllowed(Sweep sweep, String path) {
        Window window = binding.runNet().window(Subject.VOLTAGE).and(binding.potentiostatVolts());
        if (2 * sweep.amplitude() > window.high() - window.low()) {
            faults.error(
                    path,
                    "the amplitude " + Quantities.volts(sweep.amplitude()) + " swings further than limits, cell and"
                            + " potentiostat allow together, "
                            + Quantities.range(Subject.VOLTAGE, window.low(), window.high()));
            return false;
        }
        return true;
    }
}
