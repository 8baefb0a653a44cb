package cellwright.analysis.impedance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The elements a circuit may have, with the letters and formulas of impedance.py. */
public enum ElementKind {
    /** Z = R. */
    RESISTOR("R", Quantity.RESISTANCE),
    /** Z = 1/(jwC). */
    CAPACITOR("C", Quantity.CAPACITANCE),
    /** Z = jwL. */
    INDUCTOR("L", Quantity.INDUCTANCE),
    /** Constant phase element, Z = 1/(Q (jw)^n). */
    CONSTANT_PHASE("CPE", Quantity.CONSTANT_PHASE, Quantity.EXPONENT),
    /** Diffusion into infinity, Z = A (1 - j)/sqrt(w). */
    WARBURG("W", Quantity.WARBURG),
    /** Diffusion up to a blocking wall, Z = Z0 coth(s)/s with s = sqrt(jw tau). */
    OPEN_WARBURG("Wo", Quantity.RESISTANCE, Quantity.TIME),
    /** Diffusion up to a reservoir, Z = Z0 tanh(s)/s with s = sqrt(jw tau). */
    SHORT_WARBURG("Ws", Quantity.RESISTANCE, Quantity.TIME);

    private final String letters;
    private final List<Quantity> quantities;

    ElementKind(String letters, Quantity... quantities) {
        this.letters = letters;
        this.quantities = List.of(quantities);
    }

    /** The element of exactly these letters. */
    public static Optional<ElementKind> of(String letters) {
        return Arrays.stream(values())
                .filter(kind -> kind.letters.equals(letters))
                .findFirst();
    }

    /** The letters its names begin with. */
    public String letters() {
        return letters;
    }

    /** Its parameters in order. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** Whether it stores charge without losing any way through for direct current. */
    boolean isCapacitive() {
        return this == CAPACITOR || this == CONSTANT_PHASE;
    }

    /**
     * Impedance in ohm.
     *
     * @param omega radians per second, above 0
     * @param first its first parameter
     * @param second its second one; ignored by elements of one
     */
    public Phasor ohm(double omega, double first, double second) {
        return switch (this) {
            case RESISTOR -> new Phasor(first, 0);
            case CAPACITOR -> new Phasor(0, -1 / (omega * first));
            case INDUCTOR -> new Phasor(0, omega * first);
            case CONSTANT_PHASE -> constantPhase(omega, first, second);
            case WARBURG -> new Phasor(first / Math.sqrt(omega), -first / Math.sqrt(omega));
            case OPEN_WARBURG -> {
                Phasor s = Diffusion.argument(omega, second);
                yield s.times(Diffusion.tanh(s)).inverse().times(first);
            }
            case SHORT_WARBURG -> {
                Phasor s = Diffusion.argument(omega, second);
                yield Diffusion.tanh(s).times(s.inverse()).times(first);
            }
        };
    }

    /** How the impedance changes with its first parameter. */
    Phasor byFirst(double omega, double first, double second) {
        Phasor ohm = ohm(omega, first, second);
        return switch (this) {
            case CAPACITOR, CONSTANT_PHASE -> ohm.times(-1 / first);
            case RESISTOR, INDUCTOR, WARBURG, OPEN_WARBURG, SHORT_WARBURG -> ohm.times(1 / first);
        };
    }

    /** How the impedance changes with its second parameter; 0 for elements of one. */
    Phasor bySecond(double omega, double first, double second) {
        return switch (this) {
            case RESISTOR, CAPACITOR, INDUCTOR, WARBURG -> Phasor.ZERO;
            case CONSTANT_PHASE ->
                constantPhase(omega, first, second).times(new Phasor(-Math.log(omega), -Math.PI / 2));
            case OPEN_WARBURG -> Diffusion.openByTime(omega, first, second);
            case SHORT_WARBURG -> Diffusion.shortByTime(omega, first, second);
        };
    }

    private static Phasor constantPhase(double omega, double q, double n) {
        double modulus = 1 / (q * Math.pow(omega, n));
        double turn = n * Math.PI / 2;
        return new Phasor(modulus * Math.cos(turn), -modulus * Math.sin(turn));
    }
}
