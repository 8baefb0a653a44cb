package cellwright.modbus.map;

import java.math.BigDecimal;

/**
 * A number that has to stand somewhere.
 *
 * @param spot where
 * @param number what, as it lies in the registers
 */
public record Fix(Spot spot, BigDecimal number) {}
