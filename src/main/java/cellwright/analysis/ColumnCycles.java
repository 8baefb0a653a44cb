package cellwright.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Charge and energy of the cycles of a table that an instrument wrote.
 *
 * <p>Integrated by trapezoids within each step, never across its boundaries, each direction for itself: a piece belongs to the direction
 * of its mean current. Rows with a number missing, and pieces in which time falls, count nothing.
 *
 * @param cycle its number as the table has it
 * @param chargeAh charge into the cell
 * @param dischargeAh charge out of the cell
 * @param chargeWh energy into the cell
 * @param dischargeWh energy out of the cell
 */
public record ColumnCycles(int cycle, double chargeAh, double dischargeAh, double chargeWh, double dischargeWh) {
    private static final double PER_HOUR = 1 / 3600.0;

    /**
     * The cycles of a table, in its order.
     *
     * @param seconds time
     * @param amps current, positive charges
     * @param volts voltage
     * @param cycles number of the cycle in each row
     * @param steps number of the step in each row; a change begins a new one
     * @throws IllegalArgumentException if they are not equally long
     */
    public static List<ColumnCycles> of(
            double[] seconds, double[] amps, double[] volts, double[] cycles, double[] steps) {
        int rows = seconds.length;
        if (amps.length != rows || volts.length != rows || cycles.length != rows || steps.length != rows) {
            throw new IllegalArgumentException("columns of one table are equally long");
        }
        List<ColumnCycles> found = new ArrayList<>();
        Sum sum = new Sum();
        for (int row = 0; row < rows; row++) {
            boolean begins = row == 0 || cycles[row] != cycles[row - 1];
            if (begins && row > 0) {
                found.add(sum.cycle((int) cycles[row - 1]));
                sum = new Sum();
            } else if (!begins && steps[row] == steps[row - 1]) {
                double hours = (seconds[row] - seconds[row - 1]) * PER_HOUR;
                double power = amps[row] * volts[row] + amps[row - 1] * volts[row - 1];
                sum.add(hours * (amps[row] + amps[row - 1]) / 2, hours * power / 2, hours);
            }
        }
        if (rows > 0) {
            found.add(sum.cycle((int) cycles[rows - 1]));
        }
        return List.copyOf(found);
    }

    /** Discharge over charge capacity; NaN without charge. */
    public double coulombicEfficiency() {
        return chargeAh > 0 ? dischargeAh / chargeAh : Double.NaN;
    }

    /**
     * What a counter that begins anew now and then has counted in a piece of a table: the sum of its increments, and after a
     * fall to a lower value what it shows then.
     *
     * @param counter the counter's readings
     * @param from first row
     * @param to row after the last
     */
    public static double counted(double[] counter, int from, int to) {
        double sum = 0;
        double last = 0;
        for (int row = from; row < to; row++) {
            double now = counter[row];
            if (!Double.isNaN(now)) {
                sum += now >= last ? now - last : now;
                last = now;
            }
        }
        return sum;
    }

    /** Sums of a cycle. One thread. */
    private static final class Sum {
        private double chargeAh;
        private double dischargeAh;
        private double chargeWh;
        private double dischargeWh;

        void add(double ampereHours, double wattHours, double hours) {
            if (!(hours >= 0) || Double.isNaN(ampereHours + wattHours)) {
                return;
            }
            if (ampereHours > 0) {
                chargeAh += ampereHours;
                chargeWh += wattHours;
            } else {
                dischargeAh -= ampereHours;
                dischargeWh -= wattHours;
            }
        }

        ColumnCycles cycle(int number) {
            return new ColumnCycles(number, chargeAh, dischargeAh, chargeWh, dischargeWh);
        }
    }
}
