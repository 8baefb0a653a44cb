package cellwright.simulator.impedance;

import java.util.List;

/**
 * A porous electrode cut into slices: the current comes through ions from the front, crosses over in the slices and
 * leaves through electrons at the back.
 *
 * <pre>
 * Z_(k+1) (J_(k+1) - J_(k+2)) - Z_k (J_k - J_(k+1)) + r_ion J_(k+1) - r_el (1 - J_(k+1)) = 0,   J_0 = 1,  J_n = 0
 * Z = Z_0 (1 - J_1) + r_ion/2 + r_el/2 + sum r_el (1 - J_k)          J: ionic current in front of slice k
 * </pre>
 *
 * <p>Immutable, any thread; {@link #at} makes one complex tridiagonal elimination.
 *
 * @param slices from the front to the back, at least one
 * @param ionicOhms resistance for ions through the whole depth, at least 0
 * @param electronicOhms the same for electrons
 */
public record TransmissionLine(List<Impedance> slices, double ionicOhms, double electronicOhms) implements Impedance {
    /** Checks that there is a slice; the list is copied. */
    public TransmissionLine {
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("a transmission line needs at least one slice");
        }
    }

    @Override
    public Complex at(double radPerSecond) {
        int segments = slices.size() - 1;
        double ionic = ionicOhms / slices.size();
        double electronic = electronicOhms / slices.size();
        Complex first = slices.getFirst().at(radPerSecond);
        Complex[] flow = new Complex[segments];
        Complex[] above = new Complex[segments];
        Complex near = first;
        for (int k = 0; k < segments; k++) {
            Complex far = slices.get(k + 1).at(radPerSecond);
            Complex pivot = near.plus(far).plus(ionic + electronic);
            Complex right = new Complex(electronic, 0);
            if (k == 0) {
                right = right.plus(near);
            } else {
                pivot = pivot.minus(near.times(above[k - 1]));
                right = right.plus(near.times(flow[k - 1]));
            }
            Complex inverse = pivot.reciprocal();
            flow[k] = right.times(inverse);
            above[k] = far.times(inverse);
            near = far;
        }
        Complex sum = first.plus(0.5 * ionic + (segments + 0.5) * electronic);
        Complex behind = Complex.ZERO;
        for (int k = segments - 1; k >= 0; k--) {
            behind = flow[k].plus(above[k].times(behind));
            sum = sum.minus(behind.times(electronic));
        }
        return sum.minus(first.times(behind));
    }
}
