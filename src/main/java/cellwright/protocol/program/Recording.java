package cellwright.protocol.program;

/**
 * When a reading becomes a row. A rule that is not wanted is infinite (deltas) or 0 (grid).
 *
 * @param everyNanos spacing of the time grid from the step's start; 0 for none
 * @param deltaVolts change of voltage since the last row
 * @param deltaAmps change of current since the last row
 * @param deltaCoulombs charge passed since the last row
 */
public record Recording(long everyNanos, double deltaVolts, double deltaAmps, double deltaCoulombs) {}
