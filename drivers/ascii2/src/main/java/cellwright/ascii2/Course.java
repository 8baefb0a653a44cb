package cellwright.ascii2;

import java.math.BigDecimal;

/**
 * Where the temperature was sent.
 *
 * @param from set-point before, degrees Celsius
 * @param to set-point wanted
 * @param ramped whether it moves there on a ramp
 */
record Course(BigDecimal from, BigDecimal to, boolean ramped) {
    /** Whether a set-point that is told lies on the way, or is there where there is no way. */
    boolean contains(BigDecimal nominal) {
        return ramped
                ? nominal.compareTo(from.min(to)) >= 0 && nominal.compareTo(from.max(to)) <= 0
                : nominal.compareTo(to) == 0;
    }
}
