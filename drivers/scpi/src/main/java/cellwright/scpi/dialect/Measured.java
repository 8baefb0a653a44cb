package cellwright.scpi.dialect;

/**
 * A measurement as the instrument told it.
 *
 * @param volts V, or one of the numbers that stand for none
 * @param amps A, or one of the numbers that stand for none
 * @param limited the instrument is in its limit instead of at its level
 * @param clamped the overvoltage protection holds the terminals
 * @param crossed the measuring range, not the limit that was set, holds the output back
 * @param hot too hot
 * @param doubtful the instrument itself has doubts
 */
public record Measured(
        double volts, double amps, boolean limited, boolean clamped, boolean crossed, boolean hot, boolean doubtful) {}
