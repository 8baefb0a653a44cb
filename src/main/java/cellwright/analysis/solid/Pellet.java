package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Refusal;

/**
 * The geometry that turns resistance into conductivity. Say in a report when and at which pressure it was measured.
 *
 * @param thicknessM thickness in metres, above 0
 * @param thicknessUncertaintyM its standard uncertainty in metres, 0 or more
 * @param areaM2 area of one face in square metres, above 0
 * @param areaUncertaintyM2 its standard uncertainty in square metres, 0 or more
 */
public record Pellet(double thicknessM, double thicknessUncertaintyM, double areaM2, double areaUncertaintyM2) {
    /** Refuses a pellet that cannot be. */
    public Pellet {
        Refusal.unlessPositive(thicknessM, "the thickness of a pellet in metres");
        Refusal.ifNegative(thicknessUncertaintyM, "the uncertainty of a thickness in metres");
        Refusal.unlessPositive(areaM2, "the area of a pellet in square metres");
        Refusal.ifNegative(areaUncertaintyM2, "the uncertainty of an area in square metres");
    }

    /**
     * A round pellet.
     *
     * @param diameterM in metres, above 0
     * @param diameterUncertaintyM standard uncertainty in metres, 0 or more
     * @param thicknessM in metres, above 0
     * @param thicknessUncertaintyM standard uncertainty in metres, 0 or more
     */
    public static Pellet disc(
            double diameterM, double diameterUncertaintyM, double thicknessM, double thicknessUncertaintyM) {
        Refusal.unlessPositive(diameterM, "the diameter of a pellet in metres");
        Refusal.ifNegative(diameterUncertaintyM, "the uncertainty of a diameter in metres");
        return new Pellet(
                thicknessM,
                thicknessUncertaintyM,
                Math.PI * diameterM * diameterM / 4,
                Math.PI * diameterM * diameterUncertaintyM / 2);
    }

    /**
     * sigma = t/(R A) in S/m, with the uncertainties of resistance, thickness and area added in squares.
     *
     * @param ohm the resistance, above 0
     */
    public Estimate conductivity(Estimate ohm) {
        Refusal.unlessPositive(ohm.value(), "a resistance in ohm");
        double sigma = thicknessM / (ohm.value() * areaM2);
        return new Estimate(
                sigma, sigma * Math.hypot(ohm.relativeUncertainty(), geometryUncertainty()), ohm.degreesOfFreedom());
    }

    /** t/A times a conductance: conductivity in S/m, of either sign, with its uncertainty. */
    Estimate ofConductance(Estimate siemens) {
        double factor = thicknessM / areaM2;
        double geometry = siemens.value() * factor * geometryUncertainty();
        return new Estimate(
                siemens.value() * factor,
                Math.hypot(siemens.standardUncertainty() * factor, geometry),
                siemens.degreesOfFreedom());
    }

    /** Relative uncertainty of t/A, common to all measurements of this pellet: it shifts ln A of a series, not its energy. */
    public double geometryUncertainty() {
        return Math.hypot(thicknessUncertaintyM / thicknessM, areaUncertaintyM2 / areaM2);
    }

    /** Area-specific resistance in ohm m² (1 ohm m² = 10⁴ ohm cm²). */
    public Estimate arealResistance(Estimate ohm) {
        return new Estimate(
                ohm.value() * areaM2,
                Math.hypot(ohm.standardUncertainty() * areaM2, ohm.value() * areaUncertaintyM2),
                ohm.degreesOfFreedom());
    }
}
