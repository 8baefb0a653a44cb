package cellwright.instrument;

/**
 * What a potentiostat can do at all; the compiler refuses a protocol that asks for more.
 *
 * @param voltsMin lowest voltage it can apply and measure
 * @param voltsMax highest voltage
 * @param ampsMax largest current magnitude
 * @param minSampleNanos shortest time between two readings
 */
public record Envelope(double voltsMin, double voltsMax, double ampsMax, long minSampleNanos) {}
