package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What ends a drive, as far as others can say it: a voltage in the direction of the current, a small current, a time. */
final class CommonEnds {
    private static final int SECOND_DIGITS = 3;

    private final CellFigures figures;
    private final Ledger ledger;
    private final String where;
    private final Setting setting;
    private final List<Duration> times = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private OptionalDouble volts = OptionalDouble.empty();
    private Optional<Amount> current = Optional.empty();
    private boolean kept;

    private CommonEnds(CellFigures figures, Ledger ledger, String where, Setting setting) {
        this.figures = figures;
        this.ledger = ledger;
        this.where = where;
        this.setting = setting;
    }

    /**
     * The ends of a drive.
     *
     * @param volts a voltage
     * @param current a current, its magnitude falling
     * @param time the longest time
     */
    record Ends(OptionalDouble volts, Optional<Amount> current, Duration time) {}

    /** What ends a step; an exception if nothing but its patience would. */
    static Ends of(Step.Drive drive, CellFigures figures, Ledger ledger, String where) throws CellFigures.Unknown {
        var ends = new CommonEnds(figures, ledger, where, drive.setting());
        if (drive.until().isPresent()) {
            ends.take(drive.until().get());
        }
        return ends.of(drive);
    }

    private Ends of(Step.Drive drive) throws CellFigures.Unknown {
        drive.atMost().ifPresent(times::add);
        Duration time = times.stream()
                .min(Duration::compareTo)
                .orElseThrow(() -> new CellFigures.Unknown("the step has no longest time; say it with \"at most\""));
        boolean drives = setting instanceof Setting.Galvanostatic || setting instanceof Setting.ConstantPower;
        if (drives && !kept && !lost.isEmpty()) {
            throw new CellFigures.Unknown("the step ends on " + String.join(", ", lost)
                    + ", which cannot be said there, and without it the current would flow for " + Drives.hours(time)
                    + "; give the step a voltage to end on");
        }
        lost.forEach(what -> ledger.lost(where, "the step does not end on " + what));
        if (kept && drive.atMost().isPresent() && drive.whenLate() == WhenLate.STOP) {
            ledger.changed(
                    where,
                    "if the step takes longer than " + Drives.hours(time)
                            + ", the run stops at rest here, but goes on with the next step there");
        }
        return new Ends(volts, current, time);
    }

    private void take(Until until) throws CellFigures.Unknown {
        switch (until) {
            case Until.AnyOf any -> {
                for (Until part : any.parts()) {
                    take(part);
                }
            }
            case Until.Elapsed elapsed -> keep(elapsed.time());
            case Until.Above above -> level(above.subject(), above.level(), true);
            case Until.Below below -> level(below.subject(), below.level(), false);
            case Until.ChargePassed passed -> charge(passed);
            case Until.EnergyPassed passed -> lost.add("an energy");
            case Until.Slower slower -> lost.add("the " + slower.subject().word() + " changing slowly");
            case Until.CycleBelow below -> lost.add(below.measure().word());
            case Until.CycleAtLeast atLeast -> lost.add(atLeast.measure().word());
            case Until.CycleIn in -> lost.add("the number of the cycle");
            case Until.Shorted shorted -> lost.add("a short");
            case Until.AllOf all -> lost.add("several conditions at once");
        }
    }

    private void keep(Duration time) {
        times.add(time);
        kept = true;
    }

    private void level(Subject subject, Amount level, boolean rising) throws CellFigures.Unknown {
        boolean falls = subject == Subject.CURRENT && !rising && setting instanceof Setting.Potentiostatic;
        boolean reached = subject == Subject.VOLTAGE && towards().equals(Optional.of(rising));
        if (falls) {
            Amount found = figures.current(level);
            if (current.isPresent()) {
                lost.add("a second current");
            }
            current = current.or(() -> Optional.of(found));
            kept = true;
        } else if (reached) {
            double found = figures.absolute(level);
            double before = volts.orElse(found);
            volts = OptionalDouble.of(rising ? Math.min(before, found) : Math.max(before, found));
            kept = true;
        } else {
            lost.add(subject.word() + (rising ? " rising" : " falling") + " to a level");
        }
    }

    /** Whether the voltage rises with what is driven; empty where nothing is. */
    private Optional<Boolean> towards() {
        return switch (setting) {
            case Setting.Galvanostatic galvanostatic ->
                Optional.of(CommonSteps.signed(galvanostatic).number() > 0);
            case Setting.ConstantPower power -> Optional.of(power.power().number() > 0);
            case Setting.Rest rest -> Optional.empty();
            case Setting.Potentiostatic hold -> Optional.empty();
        };
    }

    /** A charge at constant current is a time. */
    private void charge(Until.ChargePassed passed) throws CellFigures.Unknown {
        if (!(setting instanceof Setting.Galvanostatic galvanostatic)) {
            lost.add("a charge");
            return;
        }
        double seconds = figures.absolute(passed.amount()) / Math.abs(figures.absolute(galvanostatic.current()));
        Optional<Duration> time = Double.isFinite(seconds)
                ? Exact.seconds(BigDecimal.valueOf(seconds).setScale(SECOND_DIGITS, RoundingMode.HALF_EVEN))
                : Optional.empty();
        if (time.isEmpty()) {
            lost.add("a charge");
            return;
        }
        ledger.changed(
                where,
                "a charge ends the step here; there it is the time that charge takes, " + Drives.hours(time.get()));
        keep(time.get());
    }
}
