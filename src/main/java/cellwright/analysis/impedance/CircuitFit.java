package cellwright.analysis.impedance;

import cellwright.analysis.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a circuit is fitted: complex non-linear least squares after Boukamp (Solid State Ionics 20, 31, 1986) and Macdonald, in
 * the logarithms of the parameters (of exponents, the logit) by Levenberg and Marquardt.
 *
 * <p>A single start in plain ohms and farads can end at a wrong place, or where it began, without a word. So many starts are
 * drawn within the range of the data, each goes down a little, the best go down to the end, and how many of them arrive at the
 * same place is told. A parameter that runs to 0 or infinity is held there and the others are fitted again.
 *
 * @param weighting of the points
 * @param starts how many starting points are drawn beside a guess, 1 or more
 * @param seed of the draw; the same seed gives the same fit
 */
public record CircuitFit(Weighting weighting, int starts, long seed) {
    /** Modulus weights and forty starts. */
    public static final CircuitFit USUAL = new CircuitFit(Weighting.MODULUS, 40, 1);

    private static final int DRAWS = 4;
    private static final int SHORT_WAY = 60;
    private static final int LONG_WAY = 2000;
    private static final int FINALISTS = 8;
    private static final double ROUGH = 1e-6;
    private static final double FINE = 1e-13;
    private static final double SAME_PLACE = 1e-3;

    /** Refuses no start at all. */
    public CircuitFit {
        Refusal.ifFewer(starts, 1, "starts");
    }

    /**
     * Fits a circuit.
     *
     * @throws IllegalArgumentException if there are not more numbers in the data than parameters in the circuit
     */
    public FittedCircuit fit(Circuit circuit, Impedances data) {
        return fit(circuit, data, new double[0]);
    }

    /**
     * Fits a circuit with a guess as one more starting point.
     *
     * @param guess values of the parameters in their order; none if empty
     * @throws IllegalArgumentException if there are not more numbers in the data than parameters, or the guess is not possible
     */
    public FittedCircuit fit(Circuit circuit, Impedances data, double... guess) {
        int parameters = circuit.parameters().size();
        Refusal.ifFewer(2 * data.size(), parameters + 1, "parts of impedances");
        if (guess.length > 0) {
            circuit.check(guess);
        }
        List<Descent> ends = finals(circuit, data, guess);
        Descent best = ends.get(0);
        long alike = ends.stream()
                .filter(end -> end.chiSquared() <= best.chiSquared() * (1 + SAME_PLACE))
                .count();
        Hold hold = new Hold(circuit, data, this, new Starts(circuit, data, seed));
        HeldFit held = hold.refine(best);
        int[] order = Arcs.order(circuit, Misfit.values(circuit, held.coordinates()));
        return FittedCircuit.of(
                new FittedCircuit.Problem(circuit, data, weighting),
                held.ordered(order),
                new FittedCircuit.Search(
                        ends.size(), (int) alike, improved(circuit, data, guess, held), isChanged(order)));
    }

    /** The best of the short descents, gone to the end, best first. */
    private List<Descent> finals(Circuit circuit, Impedances data, double[] guess) {
        return descents(circuit, data, guess).stream()
                .sorted(Comparator.comparingDouble(Descent::chiSquared))
                .limit(FINALISTS)
                .map(end -> Descent.of(all(circuit, data, end.coordinates()), LONG_WAY, FINE))
                .sorted(Comparator.comparingDouble(Descent::chiSquared))
                .toList();
    }

    private List<Descent> descents(Circuit circuit, Impedances data, double[] guess) {
        Starts source = new Starts(circuit, data, seed);
        List<Descent> ends = new ArrayList<>();
        if (guess.length > 0) {
            ends.add(Descent.of(all(circuit, data, coordinates(circuit, guess)), SHORT_WAY, ROUGH));
        }
        for (int i = 0; i < starts; i++) {
            ends.add(Descent.of(all(circuit, data, likeliest(circuit, data, source)), SHORT_WAY, ROUGH));
        }
        return ends;
    }

    private double[] likeliest(Circuit circuit, Impedances data, Starts source) {
        double[] best = source.draw();
        Misfit misfit = all(circuit, data, best);
        for (int i = 1; i < DRAWS; i++) {
            double[] next = source.draw();
            best = misfit.chiSquared(next) < misfit.chiSquared(best) ? next : best;
        }
        return best;
    }

    private Misfit all(Circuit circuit, Impedances data, double[] coordinates) {
        return new Misfit(
                circuit,
                data,
                weighting,
                coordinates,
                IntStream.range(0, coordinates.length).toArray());
    }

    private boolean improved(Circuit circuit, Impedances data, double[] guess, HeldFit held) {
        if (guess.length == 0) {
            return true;
        }
        double before = all(circuit, data, coordinates(circuit, guess)).chiSquared(coordinates(circuit, guess));
        return held.chiSquared() < before;
    }

    private static double[] coordinates(Circuit circuit, double[] values) {
        double[] coordinates = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            Quantity quantity = circuit.parameters().get(i).quantity();
            double largest = quantity == Quantity.EXPONENT ? Math.min(values[i], 1 - 1e-9) : values[i];
            coordinates[i] = quantity.coordinate(largest);
        }
        return coordinates;
    }

    private static boolean isChanged(int[] order) {
        return !Arrays.equals(order, IntStream.range(0, order.length).toArray());
    }
}
