package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Plan;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Until;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The drives that a series stands for, level by level. */
final class Unfolded {
    private static final int DIGITS = 14;
    private static final int MOST_LEVELS = 1_000;
    private static final double ROUNDING = 1e-9;
    private static final Duration PATIENCE = Duration.ofDays(366);

    private Unfolded() {}

    /** How often the drives are repeated. */
    static int times(Step.Series series) throws CellFigures.Unknown {
        if (series.plan() instanceof Plan.Pulses pulses) {
            return pulses.times()
                    .orElseThrow(() -> new CellFigures.Unknown(
                            "pulses that end on a condition alone cannot be said there; give them a number"));
        }
        return 1;
    }

    /** The drives of each level. */
    static List<List<Step.Drive>> of(Step.Series series) throws CellFigures.Unknown {
        return switch (series.plan()) {
            case Plan.Pulses pulses -> List.of(pulse(series, pulses));
            case Plan.Potentials potentials ->
                potentials.volts().stream()
                        .map(volts -> List.of(timed(
                                series, new Setting.Potentiostatic(volts, potentials.maxCurrent()), potentials.each())))
                        .toList();
            case Plan.Ramp ramp -> ramp(series, ramp);
        };
    }

    private static List<Step.Drive> pulse(Step.Series series, Plan.Pulses pulses) {
        List<Step.Drive> drives = new ArrayList<>();
        drives.add(timed(series, new Setting.Galvanostatic(pulses.direction(), pulses.current()), pulses.time()));
        pulses.rest().ifPresent(rest -> drives.add(timed(series, new Setting.Rest(), rest)));
        return drives;
    }

    private static List<List<Step.Drive>> ramp(Step.Series series, Plan.Ramp ramp) throws CellFigures.Unknown {
        double from = ramp.from().number();
        double step = ramp.step().number();
        double steps = (ramp.to().number() - from) / step * (1 + ROUNDING) + ROUNDING;
        if (!(steps >= 0 && steps < MOST_LEVELS)) {
            throw new CellFigures.Unknown("the ramp has no levels, or more than " + MOST_LEVELS);
        }
        List<List<Step.Drive>> levels = new ArrayList<>();
        for (int level = 0; level <= (int) steps; level++) {
            Amount current = ramp.from().with(rounded(from + level * step));
            List<Step.Drive> drives = new ArrayList<>();
            drives.add(dosed(series, ramp.direction(), current, ramp.each()));
            if (ramp.bothWays()) {
                Direction back = ramp.direction() == Direction.DISCHARGE ? Direction.CHARGE : Direction.DISCHARGE;
                drives.add(dosed(series, back, current, ramp.each()));
            }
            levels.add(drives);
        }
        return levels;
    }

    /** Without the last digits, which adding up has made. */
    private static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue();
    }

    private static Step.Drive dosed(Step.Series series, Direction direction, Amount current, Plan.Dose dose) {
        var setting = new Setting.Galvanostatic(direction, current);
        return switch (dose) {
            case Plan.Dose.OfTime time -> timed(series, setting, time.time());
            case Plan.Dose.OfCharge charge ->
                drive(series, setting, Optional.of(new Until.ChargePassed(charge.charge())), PATIENCE);
        };
    }

    private static Step.Drive timed(Step.Series series, Setting setting, Duration time) {
        return drive(series, setting, Optional.empty(), time);
    }

    private static Step.Drive drive(Step.Series series, Setting setting, Optional<Until> until, Duration atMost) {
        return new Step.Drive(
                setting, until, Optional.of(atMost), WhenLate.NEXT, series.record(), series.limits(), Optional.empty());
    }
}
