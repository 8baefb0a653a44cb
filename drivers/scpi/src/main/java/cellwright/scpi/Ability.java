package cellwright.scpi;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.scpi.dialect.Plan;
import cellwright.scpi.dialect.Plan.Regulated;
import cellwright.scpi.dialect.Plan.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one instrument can be asked for, and what it is told then; everything else is refused before a byte is sent.
 * Immutable, any thread.
 *
 * @param model what it is
 * @param options how it is used
 */
record Ability(Model model, Options options) {
    private static final double ROUNDING = 1e-9;
    /** The smallest current range that all models have, A. */
    private static final double SMALLEST_RANGE = 1e-6;
    /** The protection stays so far above the voltages that may occur. */
    private static final double ABOVE = 1.05;

    private static final double MAINS_CYCLE_SECONDS = 0.02;
    /** Two quantities, each with its two references. */
    private static final int INTEGRATIONS = 6;

    private static final double EXCHANGE_SECONDS = 0.1;
    private static final List<Double> VOLT_RANGES = List.of(0.2, 2.0, 20.0, 200.0);

    Envelope envelope() {
        double seconds = measuringSeconds() + EXCHANGE_SECONDS;
        return new Envelope(-model.volts(), model.volts(), model.amps(), Math.round(seconds * 1e9));
    }

    /** How long a measurement takes at most, beside the exchange itself. */
    Duration measuring() {
        return Duration.ofMillis((long) Math.ceil(measuringSeconds() * 1e3));
    }

    private double measuringSeconds() {
        return INTEGRATIONS * MAINS_CYCLE_SECONDS * options.wiring().cycles();
    }

    /** A current source keeps a voltage of either sign only, so the lower end of a guard is not kept by it. */
    Autonomy autonomy() {
        return new Autonomy(options.byLimit(), true, false, 0);
    }

    /** Why a guard cannot be kept. */
    Optional<String> fault(Guard guard) {
        boolean volts = guard.voltsMin() >= -model.volts() - ROUNDING && guard.voltsMax() <= model.volts() + ROUNDING;
        boolean amps = guard.ampsMax() <= model.amps() * (1 + ROUNDING);
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
        double amps = Math.abs(current.amps());
        if (!(amps <= guard.ampsMax() * (1 + ROUNDING))) {
            return Optional.of("cannot drive " + current.amps() + " A with a guard of " + guard.ampsMax() + " A");
        }
        return tooMuch(Math.max(Math.abs(guard.voltsMin()), Math.abs(guard.voltsMax())), amps);
    }

    private Optional<String> fault(Control.Voltage hold, Guard guard) {
        boolean within = hold.volts() >= guard.voltsMin() - ROUNDING && hold.volts() <= guard.voltsMax() + ROUNDING;
        if (!within || !(hold.maxAmps() > 0)) {
            return Optional.of("cannot hold " + hold.volts() + " V with up to " + hold.maxAmps()
                    + " A within the guard's " + guard.voltsMin() + " to " + guard.voltsMax() + " V");
        }
        return tooMuch(Math.abs(hold.volts()), hold.maxAmps());
    }

    private Optional<String> tooMuch(double volts, double amps) {
        return model.reaches(volts * (1 - ROUNDING), amps * (1 - ROUNDING))
                ? Optional.empty()
                : Optional.of("cannot do " + amps + " A at " + volts + " V, " + does());
    }

    private String does() {
        return "it does " + model.volts() + " V of either sign and " + model.amps() + " A, not both everywhere";
    }

    /** What the instrument is told for a control that drives the cell and has no fault. */
    Plan plan(Control control, Guard guard) {
        double most = Math.max(Math.abs(guard.voltsMin()), Math.abs(guard.voltsMax()));
        return switch (control) {
            case Control.Open open -> throw new IllegalArgumentException("open circuit is no plan");
            case Control.Power power -> throw new IllegalArgumentException("no constant power");
            case Control.Voltage hold ->
                voltage(hold.volts(), Math.min(hold.maxAmps(), guard.ampsMax()), most, Regulated.EITHER);
            case Control.Current current -> current(current.amps(), guard, most);
        };
    }

    private Plan current(double amps, Guard guard, double most) {
        if (amps == 0) {
            return voltmeter();
        }
        if (options.byLimit()) {
            return voltage(amps > 0 ? guard.voltsMax() : guard.voltsMin(), Math.abs(amps), most, Regulated.LIMIT);
        }
        double range = Math.max(SMALLEST_RANGE, decade(Math.abs(amps)));
        return new Plan(Source.CURRENT, amps, most, range, voltRange(most), ABOVE * most, Regulated.LEVEL);
    }

    private Plan voltage(double volts, double amps, double most, Regulated regulated) {
        double measured = options.autoRange() ? 0 : decade(amps);
        return new Plan(Source.VOLTAGE, volts, amps, voltRange(most), measured, ABOVE * most, regulated);
    }

    /** A source of 0 A is a voltmeter; its limit lies above any cell, since below the cell's voltage it would load it. */
    Plan voltmeter() {
        double most = model.volts();
        return new Plan(Source.CURRENT, 0, most, SMALLEST_RANGE, voltRange(most), most, Regulated.LEVEL);
    }

    private static double voltRange(double volts) {
        return VOLT_RANGES.stream().filter(range -> range >= volts).findFirst().orElse(volts);
    }

    /** The power of ten that covers a current; above 1 A the current itself. */
    private static double decade(double amps) {
        double decade = Math.pow(10, Math.ceil(Math.log10(amps) - ROUNDING));
        return amps > 1 ? amps : decade;
    }
}
