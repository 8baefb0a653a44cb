package cellwright.alicat;

import cellwright.instrument.Regulator.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * From gas pressure to stack pressure and back.
 *
 * @param ratio area of the piston divided by the area of the cell; 1 where the gas presses on the cell itself
 * @param unit of the instrument
 * @param decimals of a set-point
 * @param span stack pressures that may be set, Pa
 */
record Piston(double ratio, PressureUnit unit, int decimals, Span span) {
    /** Stack pressure of a gas pressure, Pa. */
    double stack(BigDecimal gas) {
        return gas.doubleValue() * unit.pascals() * ratio;
    }

    /** The number that sets a stack pressure: the nearest that lies inside the span, empty if none does. */
    Optional<BigDecimal> setpoint(double stackPascals) {
        BigDecimal exact = new BigDecimal(stackPascals / ratio / unit.pascals());
        for (RoundingMode mode :
                new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal rounded = exact.setScale(decimals, mode);
            if (span.contains(stack(rounded))) {
                return Optional.of(rounded);
            }
        }
        return Optional.empty();
    }

    /** A rate of the stack pressure, Pa/s, in the instrument's unit per second. */
    double rate(double stackPascalsPerSecond) {
        return stackPascalsPerSecond / ratio / unit.pascals();
    }
}
