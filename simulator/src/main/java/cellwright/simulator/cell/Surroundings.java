package cellwright.simulator.cell;

/** What is around the cell, as a function of time alone, so that no step size can change it. */
public interface Surroundings {
    /** Cell temperature at an instant, K, above 0. */
    double kelvins(long atNanos);

    /** Stack pressure at an instant, Pa, at least 0. */
    double pascals(long atNanos);
}
