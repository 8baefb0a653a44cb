package cellwright.analysis.impedance;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Holds the parameters that the data do not determine at all, because they ran to 0 or infinity, and fits the others again. What
 * is merely uncertain stays free.
 */
final class Hold {
    /** A coordinate that may be wrong by a factor of e^5 = 150 is not determined. */
    private static final double UNDETERMINED = 5;

    /** A factor of e^8 = 3000 from what the data suggest is on the way to 0 or infinity. */
    private static final double FAR = 8;

    private static final double NEARLY_ONE = 7;
    private static final double SURELY_ONE = 40;
    private static final double HARMLESS = 1e-6;
    private static final int LONG_WAY = 2000;
    private static final double FINE = 1e-13;

    private final Circuit circuit;
    private final Impedances data;
    private final Weighting weighting;
    private final Starts starts;

    Hold(Circuit circuit, Impedances data, CircuitFit fit, Starts starts) {
        this.circuit = circuit;
        this.data = data;
        this.weighting = fit.weighting();
        this.starts = starts;
    }

    HeldFit refine(Descent end) {
        int count = end.coordinates().length;
        String[] ends = new String[count];
        Arrays.fill(ends, "");
        HeldFit now = new HeldFit(end.coordinates(), end.chiSquared(), end.finished(), new boolean[count], ends);
        int worst = leastDetermined(now);
        while (worst >= 0) {
            now = without(now, worst);
            worst = leastDetermined(now);
        }
        return now;
    }

    private int leastDetermined(HeldFit now) {
        int[] free = now.free();
        int degrees = Math.max(2 * data.size() - free.length, 1);
        Misfit misfit = new Misfit(circuit, data, weighting, now.coordinates(), free);
        Certainty certainty = Certainty.of(misfit, free.length, now.chiSquared() / degrees);
        int worst = -1;
        double most = UNDETERMINED;
        for (int i = 0; i < free.length; i++) {
            double uncertainty = isAtOne(now, free[i]) ? Double.MAX_VALUE : certainty.uncertainty(i);
            if (uncertainty > most) {
                most = uncertainty;
                worst = free[i];
            }
        }
        return worst;
    }

    private boolean isAtOne(HeldFit now, int index) {
        return circuit.parameters().get(index).quantity() == Quantity.EXPONENT && now.coordinates()[index] > NEARLY_ONE;
    }

    private HeldFit without(HeldFit now, int index) {
        Quantity quantity = circuit.parameters().get(index).quantity();
        double coordinate = now.coordinates()[index];
        double[] coordinates = now.coordinates().clone();
        if (quantity == Quantity.EXPONENT && coordinate > NEARLY_ONE) {
            coordinates[index] = SURELY_ONE;
        }
        boolean[] held = now.held().clone();
        held[index] = true;
        String[] ends = now.ends().clone();
        ends[index] = whereTo(quantity, coordinate);
        int[] free = IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
        Descent again = Descent.of(new Misfit(circuit, data, weighting, coordinates, free), LONG_WAY, FINE);
        boolean worse = again.chiSquared() > now.chiSquared() * (1 + HARMLESS) + Double.MIN_NORMAL;
        return worse
                ? new HeldFit(now.coordinates(), now.chiSquared(), now.finished(), held, ends)
                : new HeldFit(again.coordinates(), again.chiSquared(), again.finished(), held, ends);
    }

    /** Where a coordinate went; nowhere, if it is where such values are but another parameter can take its part. */
    private String whereTo(Quantity quantity, double coordinate) {
        double distance = coordinate - quantity.coordinate(starts.typical(quantity));
        if (Math.abs(distance) < (quantity == Quantity.EXPONENT ? UNDETERMINED : FAR)) {
            return "is not determined";
        }
        String most = quantity == Quantity.EXPONENT ? "1" : "infinity";
        return "ran to " + (distance > 0 ? most : "0");
    }
}
