package cellwright.analysis.impedance;

/** How much each point of a spectrum counts in a fit. */
public enum Weighting {
    /** 1/|Z|² for both parts: every point counts by its relative error. The usual choice. */
    MODULUS,
    /** 1: the largest impedances decide. */
    UNIT,
    /** 1/Z'² and 1/Z''², each part by itself, but none more than a hundred times as much as by its modulus. */
    PROPORTIONAL;

    private static final double SMALLEST_PART = 0.1;

    /** What the residual of the real part is multiplied by. */
    double real(Phasor ohm) {
        return weight(ohm, ohm.real());
    }

    /** What the residual of the imaginary part is multiplied by. */
    double imaginary(Phasor ohm) {
        return weight(ohm, ohm.imaginary());
    }

    private double weight(Phasor ohm, double part) {
        return switch (this) {
            case MODULUS -> 1 / ohm.modulus();
            case UNIT -> 1;
            case PROPORTIONAL -> 1 / Math.max(Math.abs(part), SMALLEST_PART * ohm.modulus());
        };
    }
}
