package cellwright.modbus.map;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The way from a number in registers to SI and back: SI = unit(number · scale + offset).
 *
 * @param scale not 0
 * @param offset in the unit
 * @param unit of number · scale + offset
 */
public record Scaling(BigDecimal scale, BigDecimal offset, MapUnit unit) {
    /** A number in registers, in SI. */
    public BigDecimal toSi(BigDecimal number) {
        return unit.toSi(number.multiply(scale).add(offset));
    }

    /** A value in SI, as a number in registers, not yet rounded. */
    public BigDecimal fromSi(BigDecimal si) {
        return unit.fromSi(si).subtract(offset).divide(scale, MathContext.DECIMAL64);
    }
}
