package cellwright.simulator.cell;

/**
 * How thick the stack of a cell is, as far as it changes. Immutable.
 *
 * <pre>
 * h = (v_anode - v_cathode) Q/F/A + a (T - T_0) - c,   dc/dt = (creep P - c) / tau
 * </pre>
 *
 * <p>Lithium that moves to the anode on charging takes its partial molar volume v there and leaves the cathode's behind.
 *
 * @param metresPerCoulomb growth per charge
 * @param metresPerKelvin by how much the stack outgrows the frame around it
 * @param creepMetresPerPascal how far it yields to a pressure in the end, at least 0
 * @param creepSeconds time constant of that, above 0
 */
public record Stack(double metresPerCoulomb, double metresPerKelvin, double creepMetresPerPascal, double creepSeconds) {
    /** Always as thick. */
    public static final Stack RIGID = new Stack(0, 0, 0, 1);

    private static final double FARADAY = 96485.33212;

    /**
     * A stack of two electrodes.
     *
     * @param anodeM3PerMol partial molar volume of lithium in the anode
     * @param cathodeM3PerMol and in the cathode
     * @param areaM2 electrode area
     * @param metresPerKelvin by how much the stack outgrows the frame around it
     * @param creepMetresPerPascal how far it yields to a pressure in the end
     * @param creepSeconds time constant of that
     */
    public static Stack of(
            double anodeM3PerMol,
            double cathodeM3PerMol,
            double areaM2,
            double metresPerKelvin,
            double creepMetresPerPascal,
            double creepSeconds) {
        double perCoulomb = (anodeM3PerMol - cathodeM3PerMol) / (FARADAY * areaM2);
        return new Stack(perCoulomb, metresPerKelvin, creepMetresPerPascal, creepSeconds);
    }

    /** How far it has yielded after a time under a pressure, m. */
    double yielded(double seconds, double metres, double pascals) {
        if (creepMetresPerPascal == 0) {
            return metres;
        }
        double end = creepMetresPerPascal * pascals;
        return end + (metres - end) * Math.exp(-seconds / creepSeconds);
    }
}
