package cellwright.simulator.impedance;

import java.util.Arrays;

/**
 * Linear Kramers-Kronig test: fits a spectrum with resistor, inductor, capacitor and a row of RC elements of fixed time
 * constants, which all obey the relations; what they cannot fit does not (Boukamp, J. Electrochem. Soc. 142 (1995) 1885).
 */
public final class KramersKronig {
    private KramersKronig() {}

    /**
     * What is not fitted.
     *
     * @param rms root mean square of the complex misfit relative to the magnitude
     * @param most the largest one
     */
    public record Misfit(double rms, double most) {}

    /** Fits a spectrum with so many RC elements. */
    public static Misfit misfit(double[] radPerSecond, Complex[] z, int elements) {
        int n = radPerSecond.length;
        double[][] rows = new double[2 * n][elements + 3];
        double[] right = new double[2 * n];
        double slowest = 1 / min(radPerSecond);
        double fastest = 1 / max(radPerSecond);
        for (int i = 0; i < n; i++) {
            double size = z[i].magnitude();
            double w = radPerSecond[i];
            for (int k = 0; k < elements; k++) {
                double tau = fastest * Math.pow(slowest / fastest, k / (elements - 1.0));
                put(rows, i, n, k, new Complex(1, w * tau).reciprocal(), size);
            }
            put(rows, i, n, elements, Complex.ONE, size);
            put(rows, i, n, elements + 1, new Complex(0, w * fastest), size);
            put(rows, i, n, elements + 2, new Complex(0, -1 / (w * slowest)), size);
            right[i] = z[i].real() / size;
            right[n + i] = z[i].imaginary() / size;
        }
        return misfit(rows, right);
    }

    private static void put(double[][] rows, int i, int n, int column, Complex value, double size) {
        rows[i][column] = value.real() / size;
        rows[n + i][column] = value.imaginary() / size;
    }

    /** What remains after projecting on the columns (modified Gram-Schmidt, twice each). */
    private static Misfit misfit(double[][] rows, double[] right) {
        int columns = rows[0].length;
        double[][] basis = new double[columns][];
        double[] rest = right.clone();
        for (int c = 0; c < columns; c++) {
            double[] column = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                column[r] = rows[r][c];
            }
            double before = Math.sqrt(dot(column, column));
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < c; k++) {
                    subtract(column, basis[k]);
                }
            }
            double length = Math.sqrt(dot(column, column));
            for (int r = 0; r < column.length; r++) {
                column[r] = length > 1e-10 * before ? column[r] / length : 0;
            }
            basis[c] = column;
            subtract(rest, column);
        }
        int points = rest.length / 2;
        double most = 0;
        for (int i = 0; i < points; i++) {
            most = Math.max(most, Math.hypot(rest[i], rest[points + i]));
        }
        return new Misfit(Math.sqrt(dot(rest, rest) / points), most);
    }

    private static void subtract(double[] from, double[] unit) {
        double part = dot(from, unit);
        for (int i = 0; i < from.length; i++) {
            from[i] -= part * unit[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
