package cellwright.ascii2;

/**
 * What a number may be set to, and what it is.
 *
 * @param low smallest value
 * @param high largest value
 * @param label in the chamber's words, for example {@code Temperature}
 */
record Limits(double low, double high, String label) {}
