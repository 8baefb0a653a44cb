package cellwright.palmsens.codec;

import cellwright.instrument.Quality;

/**
 * One number of a package.
 *
 * @param type what it is
 * @param value in the type's unit; NaN if the instrument says {@code nan}
 * @param status bits of {@link #LATE} to {@link #NEARLY_OVERLOAD}, 0 if nothing was remarked
 * @param range index of the measuring range, {@link #NO_RANGE} if it was not told
 */
public record Variable(VarType type, double value, int status, int range) {
    /** The timing was not met. */
    public static final int LATE = 1;
    /** Beyond the measuring range. */
    public static final int OVERLOAD = 2;
    /** Too small for the measuring range. */
    public static final int UNDERLOAD = 4;
    /** Close to the end of the measuring range. */
    public static final int NEARLY_OVERLOAD = 8;

    /** No range was told. */
    public static final int NO_RANGE = -1;

    /** How far the value may be trusted: an overload not at all, the other remarks with a reservation. */
    public Quality quality() {
        if (Double.isNaN(value)) {
            return Quality.BAD;
        }
        if ((status & OVERLOAD) != 0) {
            return Quality.OVERLOAD;
        }
        return status == 0 ? Quality.GOOD : Quality.UNCERTAIN;
    }
}
