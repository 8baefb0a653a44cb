package cellwright.analysis.impedance;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** Coefficients of a sum of fixed time constants, and the linear algebra that finds them. Rows are weighted by 1/|Z|. */
final class LinKkModel {
    private static final double RANK = 1e-13;

    private final double[] taus;
    private final double[] resistances;
    private double series;
    private double inductance;
    private double elastance;

    private LinKkModel(double[] taus) {
        this.taus = taus;
        this.resistances = new double[taus.length];
    }

    double seriesOhm() {
        return series;
    }

    double henry() {
        return inductance;
    }

    double perFarad() {
        return elastance;
    }

    double[] resistancesOhm() {
        return resistances;
    }

    Phasor at(double omega) {
        double real = series;
        double imaginary = omega * inductance - elastance / omega;
        for (int k = 0; k < taus.length; k++) {
            double turn = omega * taus[k];
            double share = resistances[k] / (1 + turn * turn);
            real += share;
            imaginary -= share * turn;
        }
        return new Phasor(real, imaginary);
    }

    /** Fits the real part; inductance and capacitance then come from what is left of the imaginary part. */
    static LinKkModel ofReal(Impedances data, double[] taus, boolean capacitance) {
        LinKkModel model = new LinKkModel(taus);
        double[] found = solve(data, taus, capacitance, true, false);
        model.series = found[0];
        System.arraycopy(found, 1, model.resistances, 0, taus.length);
        model.takeReactances(data, capacitance);
        return model;
    }

    /** Fits the imaginary part; the series resistance then comes from what is left of the real part. */
    static LinKkModel ofImaginary(Impedances data, double[] taus, boolean capacitance) {
        LinKkModel model = new LinKkModel(taus);
        double[] found = solve(data, taus, capacitance, false, true);
        System.arraycopy(found, 1, model.resistances, 0, taus.length);
        model.inductance = found[taus.length + 1];
        model.elastance = capacitance ? found[taus.length + 2] : 0;
        double weights = 0;
        double rest = 0;
        for (int i = 0; i < data.size(); i++) {
            double weight = 1 / (data.modulusOhm(i) * data.modulusOhm(i));
            weights += weight;
            rest += weight * (data.realOhm(i) - model.at(data.omega(i)).real());
        }
        model.series = rest / weights;
        return model;
    }

    /** Fits both parts at once. */
    static LinKkModel ofBoth(Impedances data, double[] taus, boolean capacitance) {
        LinKkModel model = new LinKkModel(taus);
        double[] found = solve(data, taus, capacitance, true, true);
        model.series = found[0];
        System.arraycopy(found, 1, model.resistances, 0, taus.length);
        model.inductance = found[taus.length + 1];
        model.elastance = capacitance ? found[taus.length + 2] : 0;
        return model;
    }

    private void takeReactances(Impedances data, boolean capacitance) {
        int columns = capacitance ? 2 : 1;
        RealMatrix matrix = MatrixUtils.createRealMatrix(data.size(), columns);
        double[] rest = new double[data.size()];
        for (int i = 0; i < data.size(); i++) {
            double weight = 1 / data.modulusOhm(i);
            matrix.setEntry(i, 0, data.omega(i) * weight);
            if (capacitance) {
                matrix.setEntry(i, 1, -weight / data.omega(i));
            }
            rest[i] = (data.imaginaryOhm(i) - at(data.omega(i)).imaginary()) * weight;
        }
        double[] found = leastSquares(matrix, rest);
        inductance = found[0];
        elastance = capacitance ? found[1] : 0;
    }

    /** Coefficients in the order R0, Rk..., L, 1/C; those that the fitted part does not hold are 0. */
    private static double[] solve(
            Impedances data, double[] taus, boolean capacitance, boolean useReal, boolean useImaginary) {
        int points = data.size();
        int rows = (useReal ? points : 0) + (useImaginary ? points : 0);
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, taus.length + (capacitance ? 3 : 2));
        double[] wanted = new double[rows];
        for (int i = 0; i < points; i++) {
            double weight = 1 / data.modulusOhm(i);
            if (useReal) {
                wanted[i] = data.realOhm(i) * weight;
                putReal(matrix, i, data.omega(i), taus, weight);
            }
            if (useImaginary) {
                int row = useReal ? points + i : i;
                wanted[row] = data.imaginaryOhm(i) * weight;
                putImaginary(matrix, row, data.omega(i), taus, weight);
            }
        }
        return leastSquares(matrix, wanted);
    }

    private static void putReal(RealMatrix matrix, int row, double omega, double[] taus, double weight) {
        matrix.setEntry(row, 0, weight);
        for (int k = 0; k < taus.length; k++) {
            double turn = omega * taus[k];
            matrix.setEntry(row, k + 1, weight / (1 + turn * turn));
        }
    }

    private static void putImaginary(RealMatrix matrix, int row, double omega, double[] taus, double weight) {
        for (int k = 0; k < taus.length; k++) {
            double turn = omega * taus[k];
            matrix.setEntry(row, k + 1, -weight * turn / (1 + turn * turn));
        }
        matrix.setEntry(row, taus.length + 1, weight * omega);
        if (matrix.getColumnDimension() == taus.length + 3) {
            matrix.setEntry(row, taus.length + 2, -weight / omega);
        }
    }

    /** Least squares with columns brought to the same length; columns of zeros get 0, and a deficient rank the least norm. */
    private static double[] leastSquares(RealMatrix matrix, double[] wanted) {
        int columns = matrix.getColumnDimension();
        double[] lengths = new double[columns];
        boolean hollow = matrix.getRowDimension() < columns;
        for (int c = 0; c < columns; c++) {
            double length = matrix.getColumnVector(c).getNorm();
            hollow |= length == 0;
            lengths[c] = length == 0 ? 1 : length;
            matrix.setColumnVector(c, matrix.getColumnVector(c).mapDivide(lengths[c]));
        }
        double[] solved = hollow ? bySingularValues(matrix, wanted) : byReflections(matrix, wanted);
        for (int c = 0; c < columns; c++) {
            solved[c] /= lengths[c];
        }
        return solved;
    }

    private static double[] byReflections(RealMatrix matrix, double[] wanted) {
        QRDecomposition split = new QRDecomposition(matrix, RANK);
        return split.getSolver().isNonSingular()
                ? split.getSolver().solve(new ArrayRealVector(wanted)).toArray()
                : bySingularValues(matrix, wanted);
    }

    private static double[] bySingularValues(RealMatrix matrix, double[] wanted) {
        return new SingularValueDecomposition(matrix)
                .getSolver()
                .solve(new ArrayRealVector(wanted))
                .toArray();
    }
}
