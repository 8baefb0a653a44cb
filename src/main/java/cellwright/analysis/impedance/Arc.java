package cellwright.analysis.impedance;

/**
 * A resistance that a capacity bridges: a semicircle of the Nyquist plot.
 *
 * @param resistance name of the resistance
 * @param capacity name of the capacitor or constant phase element
 * @param ohm the resistance
 * @param exponent 1 of a capacitor, else n of the constant phase element
 * @param seconds time constant (R Q)^(1/n)
 * @param farads effective capacitance (R^(1-n) Q)^(1/n) after Hsu and Mansfeld; it names the arc: about 1e-12 F bulk,
 *     1e-11 to 1e-8 F grain boundaries, 1e-6 F electrodes
 */
public record Arc(String resistance, String capacity, double ohm, double exponent, double seconds, double farads) {
    static Arc of(Block.Leaf resistor, Block.Leaf capacity, double[] values) {
        double ohm = values[resistor.from()];
        double q = values[capacity.from()];
        double n = capacity.kind() == ElementKind.CONSTANT_PHASE ? values[capacity.from() + 1] : 1;
        double seconds = Math.pow(ohm * q, 1 / n);
        return new Arc(resistor.name(), capacity.name(), ohm, n, seconds, seconds / ohm);
    }
}
