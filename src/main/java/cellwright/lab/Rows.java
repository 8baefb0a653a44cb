package cellwright.lab;

import cellwright.engine.Row;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.Arrays;

/**
 * Rows of a run as columns, in time. What was not measured is NaN. A column by its name is a copy; a value by its index is not.
 * Immutable, any thread.
 */
public final class Rows {
    private static final int SECONDS = 0;
    private static final int VOLTS = 1;
    private static final int AMPS = 2;
    private static final int KELVINS = 3;
    private static final int PASCALS = 4;
    private static final int COULOMBS = 5;
    private static final int COUNTER = 6;
    private static final int QUANTITIES = 7;

    private final double[][] columns;
    private final int[] cycles;
    private final int[] steps;
    private final int from;
    private final int to;

    private Rows(double[][] columns, int[] cycles, int[] steps, int from, int to) {
        this.columns = columns;
        this.cycles = cycles;
        this.steps = steps;
        this.from = from;
        this.to = Math.max(from, to);
    }

    /** How many rows there are. */
    public int size() {
        return to - from;
    }

    /** Time since the run began, s. */
    public double seconds(int index) {
        return columns[SECONDS][from + index];
    }

    /** Time since the run began, s. */
    public double[] seconds() {
        return column(SECONDS);
    }

    /** Cell voltage, V. */
    public double volts(int index) {
        return columns[VOLTS][from + index];
    }

    /** Cell voltage, V. */
    public double[] volts() {
        return column(VOLTS);
    }

    /** Cell current, A; positive charges. */
    public double amps(int index) {
        return columns[AMPS][from + index];
    }

    /** Cell current, A; positive charges. */
    public double[] amps() {
        return column(AMPS);
    }

    /** Temperature, K. */
    public double kelvins(int index) {
        return columns[KELVINS][from + index];
    }

    /** Stack pressure, Pa. */
    public double pascals(int index) {
        return columns[PASCALS][from + index];
    }

    /** Stack pressure, Pa. */
    public double[] pascals() {
        return column(PASCALS);
    }

    /** Net charge into the cell since the run began by the engine's tally, C. */
    public double coulombs(int index) {
        return columns[COULOMBS][from + index];
    }

    /** Net charge into the cell since the run began by the engine's tally, C. */
    public double[] coulombs() {
        return column(COULOMBS);
    }

    /** The instrument's own coulomb counter, C. */
    public double counter(int index) {
        return columns[COUNTER][from + index];
    }

    /** Number of the step, from 1. */
    public int step(int index) {
        return steps[from + index];
    }

    /** Number of the running or last cycle; 0 before the first. */
    public int cycle(int index) {
        return cycles[from + index];
    }

    /** The rows of a cycle. */
    public Rows ofCycle(int cycle) {
        return new Rows(columns, cycles, steps, first(cycles, cycle), first(cycles, cycle + 1));
    }

    /** The rows of a cycle and of all that come later. */
    public Rows fromCycle(int cycle) {
        return new Rows(columns, cycles, steps, first(cycles, cycle), to);
    }

    /** The rows of a step. A step that goes on after an interruption has a number of its own. */
    public Rows ofStep(int step) {
        return new Rows(columns, cycles, steps, first(steps, step), first(steps, step + 1));
    }

    private double[] column(int which) {
        return Arrays.copyOfRange(columns[which], from, to);
    }

    /** Index of the first number that is not less, in a column that never falls. */
    private int first(int[] column, int number) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Rows while they come. One thread. */
    static final class Draft {
        private static final int FIRST_SIZE = 1024;
        private static final double NANO = 1e-9;

        private final double[][] columns = new double[QUANTITIES][FIRST_SIZE];
        private int[] cycles = new int[FIRST_SIZE];
        private int[] steps = new int[FIRST_SIZE];
        private int size;

        void add(Row row) {
            if (size == cycles.length) {
                grow();
            }
            Reading reading = row.reading();
            columns[SECONDS][size] = row.testNanos() * NANO;
            columns[VOLTS][size] = reading.value(Signal.VOLTAGE);
            columns[AMPS][size] = reading.value(Signal.CURRENT);
            columns[KELVINS][size] = reading.value(Signal.TEMPERATURE);
            columns[PASCALS][size] = reading.value(Signal.PRESSURE);
            columns[COULOMBS][size] = row.test().netCoulombs();
            columns[COUNTER][size] = reading.value(Signal.CHARGE);
            cycles[size] = row.cycle();
            steps[size] = Math.toIntExact(row.stepCount());
            size++;
        }

        private void grow() {
            int more = Math.multiplyExact(cycles.length, 2);
            for (int i = 0; i < QUANTITIES; i++) {
                columns[i] = Arrays.copyOf(columns[i], more);
            }
            cycles = Arrays.copyOf(cycles, more);
            steps = Arrays.copyOf(steps, more);
        }

        /** The rows so far; none may be added afterwards. */
        Rows rows() {
            return new Rows(columns, cycles, steps, 0, size);
        }
    }
}
