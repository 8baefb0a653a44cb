package cellwright.protocol.compile;

import cellwright.protocol.Plan;
import cellwright.protocol.Setting.Direction;

/** Ramps, trains of pulses and lists of potentials in one line each. */
final class SeriesWords {
    private SeriesWords() {}

    /** {@code ramp of 30 levels from 0.05 mA/cm2 = 39.27 µA to 1.5 mA/cm2 = 1.178 mA, both ways, 1 h each}. */
    static String ramp(Plan.Ramp ramp, int levels, AmountResolver amounts, String path) {
        double from = amounts.resolve(Dimension.CURRENT, ramp.from(), path).orElse(Double.NaN);
        double to = amounts.resolve(Dimension.CURRENT, ramp.to(), path).orElse(Double.NaN);
        String ways = ramp.bothWays() ? "both ways" : word(ramp.direction());
        return "ramp of " + levels + (levels == 1 ? " level" : " levels") + " from "
                + Written.both(Dimension.CURRENT, ramp.from(), from) + " to "
                + Written.both(Dimension.CURRENT, ramp.to(), to) + ", " + ways + ", " + each(ramp.each()) + " each";
    }

    private static String each(Plan.Dose dose) {
        return switch (dose) {
            case Plan.Dose.OfTime time -> Quantities.time(time.time().toNanos());
            case Plan.Dose.OfCharge charge -> Written.amount(Dimension.CHARGE, charge.charge());
        };
    }

    /** {@code 40 pulses of charge C/10 for 10 min, rest 1 h}. */
    static String pulses(Plan.Pulses pulses) {
        String count = pulses.times()
                .map(times -> times == 1 ? "a pulse" : times + " pulses")
                .orElse("pulses");
        String rest = pulses.rest()
                .map(time -> ", rest " + Quantities.time(time.toNanos()))
                .orElse("");
        return count + " of " + word(pulses.direction()) + " "
                + Written.amount(Dimension.CURRENT, pulses.current()) + " for "
                + Quantities.time(pulses.time().toNanos()) + rest;
    }

    /** {@code polarise at 4 potentials, 2 h each}. */
    static String potentials(Plan.Potentials potentials) {
        int count = potentials.volts().size();
        return "polarise at " + count + (count == 1 ? " potential, " : " potentials, ")
                + Quantities.time(potentials.each().toNanos()) + " each";
    }

    private static String word(Direction direction) {
        return direction == Direction.DISCHARGE ? "discharge" : "charge";
    }
}
