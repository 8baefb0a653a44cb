package cellwright.simulator.cell;

/**
 * Surroundings that never change.
 *
 * @param atKelvins temperature
 * @param atPascals stack pressure
 */
public record Standing(double atKelvins, double atPascals) implements Surroundings {
    @Override
    public double kelvins(long atNanos) {
        return atKelvins;
    }

    @Override
    public double pascals(long atNanos, double swellingMetres) {
        return atPascals;
    }
}
