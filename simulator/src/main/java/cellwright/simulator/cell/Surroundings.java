package cellwright.simulator.cell;

/** What is around the cell, as a function of time and the cell's own thickness, so that no step size can change it. */
public interface Surroundings {
    /** Temperature around the cell at an instant, K, above 0. */
    double kelvins(long atNanos);

    /**
     * Stack pressure at an instant, Pa, at least 0.
     *
     * @param swellingMetres by how much the stack is thicker than when it was assembled
     */
    double pascals(long atNanos, double swellingMetres);
}
