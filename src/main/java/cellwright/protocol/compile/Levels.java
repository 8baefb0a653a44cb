package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.Subject;
import java.util.OptionalDouble;

/** Levels of measured quantities, in limits and in conditions, as SI numbers. */
final class Levels {
    private final Potentials potentials;
    private final AmountResolver amounts;
    private final Faults faults;

    Levels(Potentials potentials, AmountResolver amounts, Faults faults) {
        this.potentials = potentials;
        this.amounts = amounts;
        this.faults = faults;
    }

    /** The level in the subject's SI unit, finite; empty after a complaint. */
    OptionalDouble level(Subject subject, Amount amount, String path) {
        return switch (subject) {
            case VOLTAGE ->
                path.startsWith(Faults.CELL)
                        ? potentials.inEnvelope(amount, path)
                        : potentials.inProtocol(amount, path);
            case CURRENT -> amounts.resolve(Dimension.CURRENT, amount, path);
            case TEMPERATURE -> temperature(amount, path);
            case PRESSURE, FORCE -> plain(subject, amount, path);
        };
    }

    private OptionalDouble temperature(Amount amount, String path) {
        OptionalDouble kelvin = plain(Subject.TEMPERATURE, amount, path);
        if (kelvin.isPresent() && kelvin.getAsDouble() < 0) {
            faults.error(
                    path,
                    "the temperature " + Quantities.temperature(kelvin.getAsDouble()) + " is below absolute zero");
            return OptionalDouble.empty();
        }
        return kelvin;
    }

    private OptionalDouble plain(Subject subject, Amount amount, String path) {
        if (amount instanceof Amount.Si si && Double.isFinite(si.value())) {
            return OptionalDouble.of(si.value());
        }
        faults.error(path, "a finite " + subject.word() + " with its unit was expected here");
        return OptionalDouble.empty();
    }
}
