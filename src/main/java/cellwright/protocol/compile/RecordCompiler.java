package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.RecordRule;
import cellwright.protocol.program.Recording;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns the rule by which readings become rows into numbers. */
final class RecordCompiler {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final AmountResolver amounts;
    private final Faults faults;

    RecordCompiler(AmountResolver amounts, Faults faults) {
        this.amounts = amounts;
        this.faults = faults;
    }

    /** The rule in numbers; what was complained about is left out. */
    Recording recording(RecordRule rule, String path) {
        long every = rule.every()
                .map(time -> Times.nanos(time, "the spacing of records", path, faults)
                        .orElse(0))
                .orElse(0L);
        return new Recording(
                every,
                positive(rule.deltaVolts(), "change of voltage", path),
                amount(Dimension.CURRENT, rule.deltaAmps(), path),
                amount(Dimension.CHARGE, rule.deltaCharge(), path));
    }

    private double amount(Dimension dimension, Optional<Amount> amount, String path) {
        return amount.map(given ->
                        positive(amounts.resolve(dimension, given, path), "change of " + dimension.word(), path))
                .orElse(NEVER);
    }

    private double positive(OptionalDouble delta, String what, String path) {
        if (delta.isEmpty()) {
            return NEVER;
        }
        if (!(delta.getAsDouble() > 0) || !Double.isFinite(delta.getAsDouble())) {
            faults.error(path, "a " + what + " that makes a record must be a finite number above 0");
            return NEVER;
        }
        return delta.getAsDouble();
    }
}
