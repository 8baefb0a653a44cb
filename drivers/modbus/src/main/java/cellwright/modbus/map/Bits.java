package cellwright.modbus.map;

import java.math.BigInteger;

/**
 * Bits of a status register that say something.
 *
 * @param status the register
 * @param mask the bits, above 0
 * @param set true if it is said by any of them being 1, false by all being 0
 */
public record Bits(Spot status, int mask, boolean set) {
    /** Whether it is said now. */
    boolean hold(Registers registers) {
        boolean any = status.in(registers)
                .map(number ->
                        number.toBigInteger().and(BigInteger.valueOf(mask)).signum() != 0)
                .orElse(false);
        return any == set;
    }
}
