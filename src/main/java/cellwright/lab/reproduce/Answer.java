package cellwright.lab.reproduce;

/**
 * What one seed came to.
 *
 * @param seed which noise
 * @param value the number; NaN if there is none
 * @param pass whether it is what it is to be
 * @param reason why not; empty if it is
 */
public record Answer(long seed, double value, boolean pass, String reason) {}
