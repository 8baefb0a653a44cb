package cellwright.analysis.impedance;

import cellwright.analysis.Estimate;
import java.util.Arrays;
import java.util.List;

/**
 * A circuit with the values that describe a spectrum best, and how well they are known. Covariances are scaled by the scatter of
 * the residuals, (J'WJ)^-1 chi²/dof, as impedance.py and scipy do. Immutable.
 */
public final class FittedCircuit {
    private final Problem problem;
    private final Search search;
    private final double[] values;
    private final double[][] covariance;
    private final double chiSquared;
    private final int degreesOfFreedom;
    private final double condition;
    private final List<FitDoubt> doubts;

    private FittedCircuit(Problem problem, Search search, HeldFit held) {
        this.problem = problem;
        this.search = search;
        int[] free = held.free();
        values = Misfit.values(problem.circuit, held.coordinates());
        chiSquared = held.chiSquared();
        degreesOfFreedom = 2 * problem.data.size() - free.length;
        Misfit misfit = new Misfit(problem.circuit, problem.data, problem.weighting, held.coordinates(), free);
        Certainty certainty = Certainty.of(misfit, free.length, chiSquared / Math.max(degreesOfFreedom, 1));
        condition = certainty.condition();
        covariance = spread(certainty, free);
        doubts = new Doubting(this, held, search).all();
    }

    /** What was fitted. */
    record Problem(Circuit circuit, Impedances data, Weighting weighting) {}

    /** How the place was found: descents that went to the end, how many of them arrived here. */
    record Search(int finalists, int alike, boolean improved, boolean reordered) {}

    static FittedCircuit of(Problem problem, HeldFit held, Search search) {
        return new FittedCircuit(problem, search, held);
    }

    private double[][] spread(Certainty certainty, int[] free) {
        double[][] natural = new double[values.length][values.length];
        for (double[] row : natural) {
            Arrays.fill(row, Double.NaN);
        }
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                natural[free[i]][free[j]] = certainty.covariance(i, j) * slope(free[i]) * slope(free[j]);
            }
        }
        return natural;
    }

    private double slope(int index) {
        return circuit().parameters().get(index).quantity().slope(values[index]);
    }

    /** The circuit. */
    public Circuit circuit() {
        return problem.circuit;
    }

    /** The values of the parameters in their order, in the units of their quantities. */
    public double[] values() {
        return values.clone();
    }

    /**
     * A parameter by its name. The uncertainty of one that was held is NaN.
     *
     * @throws IllegalArgumentException if the circuit has none of that name
     */
    public Estimate estimate(String name) {
        int index = circuit().index(name);
        return new Estimate(values[index], Math.sqrt(covariance[index][index]), degreesOfFreedom);
    }

    /**
     * The sum of parameters, with the uncertainty of the sum: two arcs that cannot be told apart may have a sum that is well
     * known. A parameter that was held counts with its value and no uncertainty.
     *
     * @throws IllegalArgumentException if no name is given, one is unknown, or their units differ
     */
    public Estimate sum(String... names) {
        int[] indices =
                Arrays.stream(names).mapToInt(circuit()::index).distinct().toArray();
        if (indices.length == 0 || indices.length < names.length) {
            throw new IllegalArgumentException("a sum needs names, each once, not " + Arrays.toString(names));
        }
        double value = 0;
        double variance = 0;
        for (int i : indices) {
            if (circuit().parameters().get(i).quantity()
                    != circuit().parameters().get(indices[0]).quantity()) {
                throw new IllegalArgumentException(names[0] + " and "
                        + circuit().parameters().get(i).name() + " are different quantities and have no sum");
            }
            value += values[i];
            for (int j : indices) {
                variance += Double.isNaN(covariance[i][j]) ? 0 : covariance[i][j];
            }
        }
        return new Estimate(value, Math.sqrt(Math.max(variance, 0)), degreesOfFreedom);
    }

    /** Covariance of two parameters, in the product of their units; NaN if one was held. */
    public double covariance(String one, String other) {
        return covariance[circuit().index(one)][circuit().index(other)];
    }

    /** Correlation of two parameters, -1 to 1; NaN if one was held. */
    public double correlation(String one, String other) {
        return correlation(circuit().index(one), circuit().index(other));
    }

    double correlation(int one, int other) {
        return covariance[one][other] / Math.sqrt(covariance[one][one] * covariance[other][other]);
    }

    /** Weighted sum of squared residuals of both parts. */
    public double chiSquared() {
        return chiSquared;
    }

    /** Twice the number of points less the number of free parameters. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** Chi squared over the degrees of freedom; with modulus weights the mean squared relative error of one part. */
    public double reducedChiSquared() {
        return chiSquared / degreesOfFreedom;
    }

    /**
     * Akaike's criterion with the correction for few data, from the scatter of the residuals: of two circuits for the same data
     * with the same weights, the one with the smaller value describes them better for what it costs.
     */
    public double akaike() {
        int numbers = 2 * problem.data.size();
        int fitted = numbers - degreesOfFreedom + 1;
        double correction = 2.0 * fitted * (fitted + 1) / Math.max(numbers - fitted - 1, 1);
        return numbers * Math.log(Math.max(chiSquared, Double.MIN_NORMAL) / numbers) + 2 * fitted + correction;
    }

    /** Ratio of the largest to the smallest singular value of the Jacobian, in the logarithms of the parameters. */
    public double condition() {
        return condition;
    }

    /** How many of {@link #finalists()} arrived at this place. */
    public int alike() {
        return search.alike;
    }

    /** How many descents went to the end. */
    public int finalists() {
        return search.finalists;
    }

    /** What has to be known about the fit; empty if there is nothing. */
    public List<FitDoubt> doubts() {
        return doubts;
    }

    /** Whether there is a doubt of a kind. */
    public boolean has(FitDoubt.Kind kind) {
        return doubts.stream().anyMatch(doubt -> doubt.kind() == kind);
    }

    /** The arcs from the shortest time constant to the longest. */
    public List<Arc> arcs() {
        return Arcs.of(circuit(), values);
    }

    /** The impedance of the fitted circuit in ohm. */
    public Phasor ohm(double hertz) {
        return circuit().ohm(hertz, values);
    }

    /** (model - Z)/|Z| at a point of the data. */
    public Phasor residual(int index) {
        return ohm(problem.data.hertz(index)).minus(problem.data.ohm(index)).times(1 / problem.data.modulusOhm(index));
    }
}
