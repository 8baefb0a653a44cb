package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Target;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns what a step asks of the potentiostat into numbers that bench, cell and limits allow. */
final class TargetCompiler {
    private static final double ROUNDING = 1 + 1e-9;

    private final Binding binding;
    private final Faults faults;

    TargetCompiler(Binding binding) {
        this.binding = binding;
        this.faults = binding.faults();
    }

    /** The target; empty after a complaint. */
    Optional<Target> target(Setting setting, Layer limits, String path) {
        return switch (setting) {
            case Setting.Rest rest -> Optional.of(new Target.Open());
            case Setting.Galvanostatic current -> galvanostatic(current, limits, path);
            case Setting.Potentiostatic hold -> potentiostatic(hold, limits, path);
            case Setting.ConstantPower power -> power(power, limits, path);
        };
    }

    private Optional<Target> galvanostatic(Setting.Galvanostatic setting, Layer limits, String path) {
        OptionalDouble amount = binding.amounts().resolve(Dimension.CURRENT, setting.current(), path);
        if (amount.isEmpty() || !soundDirection(setting.direction(), amount.getAsDouble(), path)) {
            return Optional.empty();
        }
        double amps = setting.direction() == Direction.DISCHARGE ? -amount.getAsDouble() : amount.getAsDouble();
        if (!allowed(amps, limits, path)) {
            return Optional.empty();
        }
        if (setting.current() instanceof Amount.CRate rate
                && binding.protocol().rateBasis() instanceof RateBasis.MeasuredIn) {
            double multiple = Math.copySign(rate.multiple(), amps);
            return Optional.of(new Target.MeasuredRate(multiple, amps, most(limits, amps > 0)));
        }
        return Optional.of(new Target.Amps(amps));
    }

    private boolean soundDirection(Direction direction, double amount, String path) {
        if (amount == 0) {
            faults.error(path, "a current of 0 A does nothing; write a rest");
            return false;
        }
        if (amount < 0 && direction != Direction.SIGNED) {
            faults.error(
                    path,
                    "the current after charge or discharge is a magnitude, got " + Quantities.amperes(amount)
                            + "; use the other word, or \"current\" with a sign");
            return false;
        }
        return true;
    }

    private boolean allowed(double amps, Layer limits, String path) {
        boolean charge = amps > 0;
        String asked = (charge ? "charge " : "discharge ") + Quantities.amperes(Math.abs(amps));
        double size = Math.abs(amps);
        double instrument = binding.bench().potentiostat().ampsMax();
        boolean fits = fits(
                size,
                instrument,
                asked,
                "the potentiostat of \"" + binding.bench().channel() + "\"",
                path);
        double cell = side(binding.cellNet(), charge);
        boolean fitsCell = fits(
                size,
                cell,
                asked,
                "the envelope of the cell \"" + binding.cell().name() + "\"",
                path);
        return fits && fitsCell && fits(size, side(limits, charge), asked, "the current limit of the protocol", path);
    }

    private boolean fits(double size, double largest, String asked, String whose, String path) {
        if (size > largest * ROUNDING) {
            faults.error(
                    path,
                    asked + " is more than " + whose + " allows, " + Quantities.amperes(largest)
                            + "; lower the current or check the cell's mass, area and 1C");
            return false;
        }
        return true;
    }

    /** The largest magnitude in one direction by limits alone. */
    private static double side(Layer limits, boolean charge) {
        Window window = limits.window(Subject.CURRENT);
        return charge ? window.high() : -window.low();
    }

    private double most(Layer limits, boolean charge) {
        return Math.min(binding.bench().potentiostat().ampsMax(), side(limits, charge));
    }

    private Optional<Target> potentiostatic(Setting.Potentiostatic setting, Layer limits, String path) {
        OptionalDouble volts = binding.levels().level(Subject.VOLTAGE, setting.volts(), path);
        Optional<Double> most = setting.maxCurrent()
                .map(amount -> statedMost(amount, limits, path))
                .orElseGet(() -> Optional.of(smallestSide(limits)));
        if (volts.isEmpty() || most.isEmpty() || !holdable(volts.getAsDouble(), limits, path)) {
            return Optional.empty();
        }
        return Optional.of(new Target.Volts(volts.getAsDouble(), most.get()));
    }

    private Optional<Double> statedMost(Amount amount, Layer limits, String path) {
        OptionalDouble amps = binding.amounts().resolve(Dimension.CURRENT, amount, path);
        if (amps.isEmpty()) {
            return Optional.empty();
        }
        if (!(amps.getAsDouble() > 0)) {
            faults.error(path, "the largest current of a hold is a magnitude above 0");
            return Optional.empty();
        }
        double largest = Math.max(most(limits, true), most(limits, false));
        boolean fits = fits(
                amps.getAsDouble(),
                largest,
                "a hold with up to " + Quantities.amperes(amps.getAsDouble()),
                "what limits, cell and potentiostat allow together",
                path);
        return fits ? Optional.of(amps.getAsDouble()) : Optional.empty();
    }

    /** A hold may charge or discharge: the smaller side counts, unless nothing may flow that way at all. */
    private double smallestSide(Layer limits) {
        double charge = most(limits, true);
        double discharge = most(limits, false);
        double smaller = Math.min(charge, discharge);
        return smaller > 0 ? smaller : Math.max(charge, discharge);
    }

    private boolean holdable(double volts, Layer limits, String path) {
        Window window = limits.window(Subject.VOLTAGE).and(binding.potentiostatVolts());
        if (!window.contains(volts)) {
            faults.error(
                    path,
                    "the hold voltage " + Quantities.volts(volts) + " (cell) lies outside "
                            + Quantities.range(Subject.VOLTAGE, window.low(), window.high())
                            + ", what limits, cell and potentiostat allow together; change the voltage or the limit");
            return false;
        }
        var reach = new Reach(binding, faults);
        reach.warnOnTheEdge(volts, true, window, path);
        reach.warnOnTheEdge(volts, false, window, path);
        return true;
    }

    private Optional<Target> power(Setting.ConstantPower setting, Layer limits, String path) {
        OptionalDouble amount = binding.amounts().resolve(Dimension.POWER, setting.power(), path);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        double watts = amount.getAsDouble();
        if (watts == 0) {
            faults.error(path, "a power of 0 W does nothing; write a rest");
            return Optional.empty();
        }
        Window volts = limits.window(Subject.VOLTAGE).and(binding.potentiostatVolts());
        double largest = most(limits, watts > 0) * volts.magnitude();
        if (Math.abs(watts) > largest * ROUNDING) {
            faults.error(
                    path,
                    "the power " + Quantities.watts(Math.abs(watts)) + " is more than the largest current and voltage"
                            + " allowed here give, " + Quantities.watts(largest) + "; lower the power");
            return Optional.empty();
        }
        return Optional.of(new Target.Watts(watts));
    }
}
