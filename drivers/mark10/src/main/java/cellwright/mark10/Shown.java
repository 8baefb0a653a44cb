package cellwright.mark10;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reading as the gauge shows it.
 *
 * @param value in the unit, with the gauge's sign
 * @param decimals digits behind the point, the same in every reading of a gauge in a unit
 * @param unit as shown
 */
public record Shown(double value, int decimals, ForceUnit unit) {
    private static final Pattern FORM =
            Pattern.compile(" *([+-]? ?\\d{1,7}(?:\\.(\\d{1,6}))?) *(N|mN|kN|lbF|ozF|kgF|gF) *");

    /** Understands a line; empty if it is no reading, or one without a unit. */
    static Optional<Shown> of(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2);
        double value = Double.parseDouble(matcher.group(1).replace(" ", ""));
        return ForceUnit.of(matcher.group(3))
                .map(unit -> new Shown(value, decimals == null ? 0 : decimals.length(), unit));
    }

    /** Whether it is written like another one: same unit, same decimals. */
    boolean like(Shown other) {
        return unit == other.unit && decimals == other.decimals;
    }

    /** The force, N, with the gauge's sign. */
    public double newtons() {
        return value * unit.newtons();
    }
}
