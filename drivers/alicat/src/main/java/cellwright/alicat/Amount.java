package cellwright.alicat;

import java.math.BigDecimal;

/**
 * A pressure in the instrument's words.
 *
 * @param number as written
 * @param unit of it
 */
record Amount(BigDecimal number, PressureUnit unit) {
    double pascals() {
        return number.doubleValue() * unit.pascals();
    }

    /** Whether it is the same number in the same unit, however many zeros are written. */
    boolean same(Amount other) {
        return unit == other.unit && number.compareTo(other.number) == 0;
    }

    @Override
    public String toString() {
        return number.toPlainString() + " " + unit;
    }
}
