package cellwright.engine.sense;

/**
 * The cell's voltage as another instrument saw it last.
 *
 * @param instrument its name, for messages
 * @param volts what it saw; NaN if that is not to be used
 */
public record SecondVoltage(String instrument, double volts) {}
