package cellwright.protocol.compile;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Until;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Target;
import java.util.Optional;

/**
 * Steps in one line each, as written and as bound: {@code charge C/5 = 0.176 mA until 4.3 V vs Li+/Li (cell 3.678 V),
 * at most 8 h}.
 */
public final class Labels {
    private final Written written;
    private final ConditionWords conditions;

    /**
     * Labels for one protocol.
     *
     * @param reference the electrode its voltages are stated against; empty for cell volts
     */
    public Labels(Optional<String> reference) {
        this.written = new Written(reference);
        this.conditions = new ConditionWords(written);
    }

    /** A compiled condition in SI-derived units and cell volts. */
    public static String condition(Condition condition) {
        return new ConditionWords(new Written(Optional.empty())).of(condition);
    }

    /** A control without what its author wrote: {@code charge 0.176 mA}, {@code hold 3.678 V}. */
    public static String target(Target target) {
        return switch (target) {
            case Target.Open open -> "rest";
            case Target.Amps amps -> direction(amps.amps()) + Quantities.amperes(Math.abs(amps.amps()));
            case Target.MeasuredRate rate ->
                direction(rate.multiple()) + Written.rate(new Amount.CRate(Math.abs(rate.multiple())))
                        + " of the measured capacity";
            case Target.Volts volts -> "hold " + Quantities.volts(volts.volts());
            case Target.Watts watts -> direction(watts.watts()) + Quantities.watts(Math.abs(watts.watts()));
        };
    }

    /** What a drive does and when it ends. */
    public String drive(Setting setting, Target target, Optional<Until> until, Optional<Condition> end, long atMost) {
        String what = control(setting, target);
        if (until.isEmpty() || end.isEmpty()) {
            return what + " for " + Quantities.time(atMost);
        }
        String ends = conditions.endOf(end.get(), until.get(), sign(target));
        return what + " until " + ends + (endsAt(end.get(), atMost) ? "" : ", at most " + Quantities.time(atMost));
    }

    /** Whether the words of an end already say when it comes at the latest. */
    private static boolean endsAt(Condition end, long atMost) {
        return end instanceof Condition.AnyOf any && any.parts().contains(new Condition.Elapsed(atMost));
    }

    /** What a loop repeats. */
    public String repeat(Step.Repeat loop, Optional<Condition> end) {
        String unit = loop.countsCycles() ? "cycle" : "time";
        String passes = loop.times()
                .map(times -> (loop.countsCycles() ? "" : "repeat ") + times + " " + unit + (times == 1 ? "" : "s"))
                .orElse(loop.countsCycles() ? "cycles" : "repeat");
        String ends = end.isPresent() && loop.until().isPresent()
                ? " until " + conditions.of(end.get(), loop.until().get())
                : "";
        return loop.times().isPresent() && !ends.isEmpty() ? passes + " or" + ends : passes + ends;
    }

    /** What ends a series as a whole; empty if nothing does. */
    String ending(Optional<Until> until, Optional<Condition> end) {
        return until.isPresent() && end.isPresent() ? ", until " + conditions.of(end.get(), until.get()) : "";
    }

    /** What a branch asks. */
    public String choose(Until test, Condition condition) {
        return "if " + conditions.of(condition, test);
    }

    /** What is waited for. */
    public String settle(Step.Settle settle, long stableNanos, long atMostNanos) {
        String within = Quantities.difference(settle.subject(), settle.within());
        String word = settle.subject().word();
        String end = " for " + Quantities.time(stableNanos) + ", at most " + Quantities.time(atMostNanos);
        if (settle.target().isEmpty()) {
            return "wait until " + word + " stays within " + within + end;
        }
        String ramp = settle.perSecond().isPresent()
                ? " at "
                        + Quantities.difference(
                                settle.subject(), settle.perSecond().getAsDouble() * 60) + "/min"
                : "";
        String target = Quantities.of(settle.subject(), settle.target().getAsDouble());
        return word + " " + target + ramp + ", stable within " + within + end;
    }

    /** What is swept. */
    public String measure(Sweep sweep) {
        String amplitude =
                switch (sweep.mode()) {
                    case POTENTIOSTATIC -> Quantities.number(sweep.amplitude() * 1e3) + " mV";
                    case GALVANOSTATIC -> Quantities.amperes(sweep.amplitude());
                };
        return "EIS " + amplitude + ", " + Quantities.hertz(sweep.fromHz()) + " to " + Quantities.hertz(sweep.toHz())
                + ", " + sweep.pointsPerDecade() + " per decade, "
                + (sweep.atHold() ? "at the hold" : "at open circuit");
    }

    private String control(Setting setting, Target target) {
        return switch (setting) {
            case Setting.Rest rest -> "rest";
            case Setting.Galvanostatic current -> galvanostatic(current.current(), target);
            case Setting.Potentiostatic hold -> hold(hold, target);
            case Setting.ConstantPower power ->
                target instanceof Target.Watts watts
                        ? direction(watts.watts())
                                + Written.both(Dimension.POWER, unsigned(power.power()), Math.abs(watts.watts()))
                        : target(target);
        };
    }

    private static String galvanostatic(Amount current, Target target) {
        return switch (target) {
            case Target.Amps amps ->
                direction(amps.amps()) + Written.both(Dimension.CURRENT, unsigned(current), Math.abs(amps.amps()));
            case Target.MeasuredRate rate ->
                target(target) + " (at first " + Quantities.amperes(Math.abs(rate.fallbackAmps())) + ")";
            case Target.Open open -> target(target);
            case Target.Volts volts -> target(target);
            case Target.Watts watts -> target(target);
        };
    }

    private String hold(Setting.Potentiostatic hold, Target target) {
        if (!(target instanceof Target.Volts volts)) {
            return target(target);
        }
        String most = hold.maxCurrent()
                .map(amount -> " with at most " + Written.both(Dimension.CURRENT, amount, volts.maxAmps()))
                .orElse("");
        return "hold " + written.potential(hold.volts(), volts.volts()) + most;
    }

    private static Amount unsigned(Amount amount) {
        return switch (amount) {
            case Amount.Si si -> new Amount.Si(Math.abs(si.value()));
            case Amount.CRate rate -> new Amount.CRate(Math.abs(rate.multiple()));
            case Amount.PerArea area -> new Amount.PerArea(Math.abs(area.perSquareMetre()));
            case Amount.PerMass mass -> new Amount.PerMass(Math.abs(mass.perKilogram()));
            case Amount.Volts volts -> volts;
        };
    }

    /** Which way the target moves the cell: 1 charges, -1 discharges, 0 neither for certain. */
    static int sign(Target target) {
        return switch (target) {
            case Target.Amps amps -> (int) Math.signum(amps.amps());
            case Target.MeasuredRate rate -> (int) Math.signum(rate.multiple());
            case Target.Watts watts -> (int) Math.signum(watts.watts());
            case Target.Open open -> 0;
            case Target.Volts volts -> 0;
        };
    }

    private static String direction(double signed) {
        return signed < 0 ? "discharge " : "charge ";
    }
}
