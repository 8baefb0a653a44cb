package cellwright.alicat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast the set-point moves; 0 for at once.
 *
 * @param number in the unit of the set-point, not below 0
 * @param per the time it is for
 */
record Rate(BigDecimal number, Per per) {
    private static final int DECIMALS = 2;

    /** At once. */
    static final Rate NONE = new Rate(BigDecimal.ZERO, Per.SECOND);

    /** Times a rate can be for, by the instrument's numbers. */
    enum Per {
        MILLISECOND(3, 1e-3),
        SECOND(4, 1),
        MINUTE(5, 60),
        HOUR(6, 3600),
        DAY(7, 86_400);

        private final int code;
        private final double seconds;

        Per(int code, double seconds) {
            this.code = code;
            this.seconds = seconds;
        }

        int code() {
            return code;
        }

        static Optional<Per> of(int code) {
            for (Per per : values()) {
                if (per.code == code) {
                    return Optional.of(per);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The fastest rate that can be said and is not faster, in the shortest time that gives at least one unit; empty if even
     * that of a day is too slow to be said.
     *
     * @param perSecond in the unit of the set-point, above 0, may be infinite
     */
    static Optional<Rate> of(double perSecond) {
        if (Double.isInfinite(perSecond)) {
            return Optional.of(NONE);
        }
        for (Per per : new Per[] {Per.SECOND, Per.MINUTE, Per.HOUR, Per.DAY}) {
            BigDecimal number = BigDecimal.valueOf(perSecond * per.seconds).setScale(DECIMALS, RoundingMode.DOWN);
            if (number.compareTo(BigDecimal.ONE) >= 0 || (per == Per.DAY && number.signum() > 0)) {
                return Optional.of(new Rate(number, per));
            }
        }
        return Optional.empty();
    }

    boolean moves() {
        return number.signum() > 0;
    }

    /** Whether the instrument tells this rate, perhaps with fewer digits; a rate of 0 is one, whatever its time. */
    boolean told(Rate told) {
        BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(told.number.scale());
        return moves() == told.moves()
                && (!moves()
                        || (per == told.per
                                && number.subtract(told.number).abs().compareTo(lastDigit) < 0));
    }

    @Override
    public String toString() {
        return moves() ? number.toPlainString() + " a " + per.name().toLowerCase(Locale.ROOT) : "at once";
    }
}
