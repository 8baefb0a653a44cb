package cellwright.simulator.impedance;

/**
 * A pressed layer of ion-conducting grains between two electrodes: {@code R_b || C_geo + R_gb || C_gb}. Immutable.
 *
 * <p>The permittivity and the ratio of the capacitances are assumptions of a usual
 * size; the grains relax near 400 MHz and the boundaries near 25 MHz for a conductivity of 2 mS/cm, so that up to 1 MHz a
 * layer is a resistor.
 *
 * @param ohms resistance of the whole layer, at least 0
 * @param metres thickness, at least 0
 * @param areaM2 electrode area, above 0
 * @param boundaryShare share of the resistance that lies in the grain boundaries, from 0 to 1
 */
public record GrainyLayer(double ohms, double metres, double areaM2, double boundaryShare) implements Impedance {
    private static final double VACUUM_FARADS_PER_METRE = 8.8541878128e-12;
    private static final double PERMITTIVITY = 10;
    private static final double BOUNDARY_CAPACITANCES = 100;

    @Override
    public Complex at(double radPerSecond) {
        double farads = VACUUM_FARADS_PER_METRE * PERMITTIVITY * areaM2 / metres;
        Complex grains = arc((1 - boundaryShare) * ohms, farads, radPerSecond);
        return grains.plus(arc(boundaryShare * ohms, BOUNDARY_CAPACITANCES * farads, radPerSecond));
    }

    private static Complex arc(double resistance, double farads, double radPerSecond) {
        return resistance == 0
                ? Complex.ZERO
                : new Complex(1, radPerSecond * resistance * farads)
                        .reciprocal()
                        .times(resistance);
    }
}
