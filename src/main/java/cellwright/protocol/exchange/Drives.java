package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts drive steps together that other programs state in parts, and gives each an end in time. */
final class Drives {
    private final Ledger ledger;
    private final LongestTime longest;

    Drives(Ledger ledger, LongestTime longest) {
        this.ledger = ledger;
        this.longest = longest;
    }

    /** A current; the sign of the number says which way. */
    static Setting.Galvanostatic current(Amount signed) {
        boolean charges = signed.number() > 0;
        return new Setting.Galvanostatic(
                charges ? Direction.CHARGE : Direction.DISCHARGE, signed.with(Math.abs(signed.number())));
    }

    /** The voltage that ends a current. */
    static Until reached(Setting.Galvanostatic current, double volts) {
        return level(current.direction() == Direction.CHARGE, volts);
    }

    /** A voltage that is risen or fallen to. */
    static Until level(boolean rising, double volts) {
        var level = new Amount.Volts(volts, Optional.empty());
        return rising ? new Until.Above(Subject.VOLTAGE, level) : new Until.Below(Subject.VOLTAGE, level);
    }

    /** The end of any of these; empty for none. */
    static Optional<Until> any(List<Until> ends) {
        return ends.size() <= 1 ? ends.stream().findFirst() : Optional.of(new Until.AnyOf(ends));
    }

    /**
     * The step. With a time of its own it goes on when that is over, as it did there; without one it stops the run at rest
     * when it takes unbelievably long, for there it would never have ended.
     */
    Step.Drive drive(
            Setting setting,
            Optional<Until> until,
            Optional<Duration> time,
            Optional<RecordRule> record,
            String where) {
        Duration atMost = time.orElseGet(() -> patience(setting, where));
        WhenLate whenLate = time.isPresent() && until.isPresent() ? WhenLate.NEXT : WhenLate.STOP;
        return new Step.Drive(setting, until, Optional.of(atMost), whenLate, record, Limits.NONE, Optional.empty());
    }

    private Duration patience(Setting setting, String where) {
        Duration patience = patience(setting);
        ledger.assumed(
                where,
                "the step has no longest time; if it is not over after " + hours(patience)
                        + ", the run stops at rest (\"at most\")");
        return patience;
    }

    /** How long a step without a time may take. */
    Duration patience(Setting setting) {
        return switch (setting) {
            case Setting.Galvanostatic current -> longest.of(current.current());
            case Setting.Potentiostatic hold -> longest.usual();
            case Setting.Rest rest -> longest.usual();
            case Setting.ConstantPower power -> longest.usual();
        };
    }

    /** A time in hours, for messages. */
    static String hours(Duration time) {
        return String.format(Locale.ROOT, "%.4g h", time.toMillis() / 3.6e6);
    }
}
