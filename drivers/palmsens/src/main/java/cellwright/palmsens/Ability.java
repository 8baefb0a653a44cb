package cellwright.palmsens;

import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Sweep;
import cellwright.palmsens.codec.Capabilities;
import cellwright.palmsens.codec.Feature;
import cellwright.palmsens.script.HoldScript;
import cellwright.palmsens.script.Model;
import cellwright.palmsens.script.SpectrumScript;
import java.util.Optional;

/**
 * What one instrument can be asked for; everything else is refused before a byte is sent. Immutable, any thread.
 *
 * @param model what it is
 * @param capabilities what its firmware knows
 * @param intervalNanos time between two readings
 */
record Ability(Model model, Capabilities capabilities, long intervalNanos) {
    private static final double ROUNDING = 1e-9;
    private static final int MOST_POINTS = 1000;
    private static final double SLOWEST_HERTZ = 1e-4;

    Envelope envelope() {
        Model.Span span = model.span();
        return new Envelope(span.voltsMin(), span.voltsMax(), span.ampsMax(), intervalNanos);
    }

    boolean galvanostat() {
        return model.galvanostat() && Feature.GALVANOSTAT.stream().allMatch(capabilities::has);
    }

    /** Why a guard cannot be kept. */
    Optional<String> fault(Guard guard) {
        Envelope envelope = envelope();
        boolean volts = guard.voltsMin() >= envelope.voltsMin() - ROUNDING
                && guard.voltsMax() <= envelope.voltsMax() + ROUNDING;
        boolean amps = guard.ampsMax() <= envelope.ampsMax() * (1 + ROUNDING);
        return volts && amps ? Optional.empty() : Optional.of("cannot keep a guard of " + guard + ", " + does());
    }

    /** Why a control cannot be carried out within its guard. */
    Optional<String> fault(Control control, Guard guard) {
        return switch (control) {
            case Control.Open open -> Optional.empty();
            case Control.Power power ->
                Optional.of("has no constant power: " + power.watts() + " W; use constant current or voltage");
            case Control.Current current -> fault(current, guard);
            case Control.Voltage hold -> fault(hold, guard);
        };
    }

    private Optional<String> fault(Control.Current current, Guard guard) {
        double most = Math.min(envelope().ampsMax(), guard.ampsMax()) * (1 + ROUNDING);
        if (!galvanostat()) {
            return Optional.of("is no galvanostat and cannot regulate a current of " + current.amps() + " A");
        }
        return Math.abs(current.amps()) <= most
                ? Optional.empty()
                : Optional.of(
                        "cannot drive " + current.amps() + " A with a guard of " + guard.ampsMax() + " A, " + does());
    }

    private Optional<String> fault(Control.Voltage hold, Guard guard) {
        Envelope envelope = envelope();
        double low = Math.max(envelope.voltsMin() - ROUNDING, guard.voltsMin() - HoldScript.ROOM_VOLTS);
        double high = Math.min(envelope.voltsMax() + ROUNDING, guard.voltsMax() + HoldScript.ROOM_VOLTS);
        if (!(hold.volts() >= low && hold.volts() <= high)) {
            return Optional.of("cannot hold " + hold.volts() + " V within the guard's " + guard.voltsMin() + " to "
                    + guard.voltsMax() + " V, " + does());
        }
        return hold.maxAmps() > 0 && hold.maxAmps() <= envelope.ampsMax() * (1 + ROUNDING)
                ? Optional.empty()
                : Optional.of("cannot hold with up to " + hold.maxAmps() + " A, " + does());
    }

    /** Why a spectrum cannot be measured while the cell is driven like this. */
    Optional<String> fault(Sweep sweep, Control control) {
        boolean galvanostatic = sweep.mode() == Sweep.Mode.GALVANOSTATIC;
        if (!capabilities.has(galvanostatic ? Feature.GEIS : Feature.EIS) || (galvanostatic && !model.galvanostat())) {
            return Optional.of("cannot measure " + (galvanostatic ? "galvanostatic" : "potentiostatic") + " spectra");
        }
        if (control instanceof Control.Current || control instanceof Control.Power) {
            return Optional.of("measures spectra at open circuit or at a hold, and a current is driven now");
        }
        if (sweep.atHold() && (galvanostatic || !(control instanceof Control.Voltage))) {
            return Optional.of("measures at a held voltage only potentiostatically, and while one is held");
        }
        return faultOfNumbers(sweep, galvanostatic);
    }

    private Optional<String> faultOfNumbers(Sweep sweep, boolean galvanostatic) {
        double fastest = model.hertzMax(galvanostatic) * (1 + ROUNDING);
        boolean frequencies = within(sweep.fromHz(), fastest) && within(sweep.toHz(), fastest);
        if (!frequencies || sweep.pointsPerDecade() < 1 || SpectrumScript.points(sweep) > MOST_POINTS) {
            return Optional.of("measures from " + SLOWEST_HERTZ + " Hz to " + model.hertzMax(galvanostatic)
                    + " Hz at up to " + MOST_POINTS + " frequencies, not " + sweep);
        }
        double most = galvanostatic ? mostAmps() : mostVolts();
        return sweep.amplitude() > 0 && sweep.amplitude() <= most
                ? Optional.empty()
                : Optional.of("excites with up to " + most + (galvanostatic ? " A" : " V") + " peak, not " + sweep);
    }

    /** What sweeps it makes at all, of the kind it can do more of. */
    ImpedanceAnalyser.Reach reach() {
        double fastest = Math.max(model.hertzMax(false), model.hertzMax(true));
        return new ImpedanceAnalyser.Reach(SLOWEST_HERTZ, fastest, mostVolts(), mostAmps());
    }

    private double mostAmps() {
        return model.span().ampsMax() / 2;
    }

    private double mostVolts() {
        return model.acVoltsRms() * Math.sqrt(2);
    }

    private static boolean within(double hertz, double fastest) {
        return hertz >= SLOWEST_HERTZ && hertz <= fastest;
    }

    private String does() {
        Model.Span span = model.span();
        return "it does " + span.voltsMin() + " to " + span.voltsMax() + " V and " + span.ampsMax() + " A";
    }
}
