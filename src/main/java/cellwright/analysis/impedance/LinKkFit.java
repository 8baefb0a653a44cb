package cellwright.analysis.impedance;

import java.util.stream.IntStream;

/**
 * A spectrum described by R0 + jwL (+ 1/(jwC)) + sum of Rk/(1 + jw tau_k) with fixed, log-spaced time constants. Any such sum
 * obeys the Kramers-Kronig relations, so what it cannot describe does not. Immutable.
 */
public final class LinKkFit {
    private final LinKk.Part part;
    private final double seriesOhm;
    private final double henry;
    private final double perFarad;
    private final double[] resistancesOhm;
    private final Phasor[] model;
    private final Phasor[] residuals;

    LinKkFit(LinKk.Part part, LinKkModel coefficients, Impedances data) {
        this.part = part;
        this.seriesOhm = coefficients.seriesOhm();
        this.henry = coefficients.henry();
        this.perFarad = coefficients.perFarad();
        this.resistancesOhm = coefficients.resistancesOhm();
        this.model = IntStream.range(0, data.size())
                .mapToObj(i -> coefficients.at(data.omega(i)))
                .toArray(Phasor[]::new);
        this.residuals = IntStream.range(0, data.size())
                .mapToObj(i -> data.ohm(i).minus(model[i]).times(1 / data.modulusOhm(i)))
                .toArray(Phasor[]::new);
    }

    /** Which part of the spectrum was fitted; the other is predicted. */
    public LinKk.Part part() {
        return part;
    }

    /** M, the number of time constants. */
    public int timeConstants() {
        return resistancesOhm.length;
    }

    /** R0 in ohm. */
    public double seriesOhm() {
        return seriesOhm;
    }

    /** L in henry; any sign. */
    public double henry() {
        return henry;
    }

    /** 1/C of the added capacitance in 1/F; 0 without one. */
    public double perFarad() {
        return perFarad;
    }

    /** Rk in ohm from the shortest time constant to the longest; signs alternate when noise is being fitted. */
    public double[] resistancesOhm() {
        return resistancesOhm.clone();
    }

    /** The mu of the fit, see {@link LinKk#mu}. */
    public double mu() {
        return LinKk.mu(resistancesOhm);
    }

    /** The model at a point of the data, in ohm. */
    public Phasor model(int index) {
        return model[index];
    }

    /** (Z - model)/|Z| at a point of the data. */
    public Phasor residual(int index) {
        return residuals[index];
    }

    /** Number of points. */
    public int size() {
        return residuals.length;
    }

    /** Sum of the squared moduli of the relative residuals. */
    public double chiSquared() {
        double sum = 0;
        for (Phasor residual : residuals) {
            sum += residual.real() * residual.real() + residual.imaginary() * residual.imaginary();
        }
        return sum;
    }

    /** Root of the mean squared modulus of the relative residuals. */
    public double rms() {
        return Math.sqrt(chiSquared() / residuals.length);
    }

    /** Largest relative residual of the real part, as a magnitude. */
    public double largestReal() {
        return IntStream.range(0, size())
                .mapToDouble(i -> Math.abs(residuals[i].real()))
                .max()
                .orElseThrow();
    }

    /** Largest relative residual of the imaginary part, as a magnitude. */
    public double largestImaginary() {
        return IntStream.range(0, size())
                .mapToDouble(i -> Math.abs(residuals[i].imaginary()))
                .max()
                .orElseThrow();
    }
}
