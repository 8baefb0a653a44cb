package cellwright.simulator.cell;

import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;

/**
 * The particle cell, linearised: the equations it is stepped with, and what is too quick for its steps.
 *
 * <pre>
 * Z_F,k = R_ct,k + R_film,k - (dV/dx_s) G/Q_k          R_ct = (RT/F) / sqrt(I0^2 + (I/2)^2)
 * Z_k   = Z_F,k || CPE_k
 * Z_c   = Z_1, or the ladder of all Z_k
 * Z_s   = jwL + R_lead + Z_separator + R_an || CPE, and R_ion/3 where there is one node
 * Z     = Z_c + Z_s, or ((1 - e) Z_c + Z_s) / (1 + Y Z_c) if a share e and a conductance Y lead charge astray
 * </pre>
 *
 * <p>G is the surface's answer to a flux, from the matrices of the particle itself. While a current flows the exchange
 * current hangs on the surface too, and dV/dx_s is more than the slope of the open-circuit potential. The double layers
 * (cathode 10 µS s^a per cm2 of wetted surface, a = 0.85; anode 20 µS s^a per cm2, a = 0.8) and the inductance of the
 * leads (0.2 µH) are assumptions of a usual size. Immutable, any thread.
 */
final class CellImpedance {
    private static final double LEAD_HENRIES = 0.2e-6;
    private static final double CATHODE_SIEMENS_PER_M2 = 0.1;
    private static final double CATHODE_EXPONENT = 0.85;
    private static final double ANODE_SIEMENS_PER_M2 = 0.2;
    private static final double ANODE_EXPONENT = 0.8;
    /** Of the surface of the spheres: 8 of the 12.3 cm2 in the standard cell of Zhou et al. 2022. */
    private static final double WETTED_SHARE = 0.648;

    private final CellDesign design;
    private final CellDesign.Climate climate;
    private final double mostPascals;

    CellImpedance(CellDesign design, CellDesign.Climate climate, double mostPascals) {
        this.design = design;
        this.climate = climate;
        this.mostPascals = Math.max(mostPascals, climate.pascals());
    }

    /**
     * Everything but the particles: what the whole current passes, whether it reaches them or goes astray. A single node's
     * share of the composite's resistance belongs here, as in the steps.
     */
    Impedance around(Cathode cathode) {
        double area = design.areaM2();
        double composite = cathode.depth() == 1 ? climate.ionicOhms() / 3 : 0;
        return new Element.Inductor(LEAD_HENRIES)
                .then(
                        new Element.Resistor(design.leadOhms() + composite),
                        design.separator().impedance(area, climate.kelvins()),
                        anode(area));
    }

    /** The cathode in its accepted state at a current, positive charges. */
    Impedance within(Cathode cathode, double amps) {
        return cathode.impedance(amps, climate, doubleLayer());
    }

    /**
     * A cell in which some current does not reach the cathode.
     *
     * @param within the cathode
     * @param around all else, which every current passes
     * @param share of the current that is lost on the way in
     * @param siemens slope of what is lost besides against the cell's voltage
     */
    static Impedance leaking(Impedance within, Impedance around, double share, double siemens) {
        return radPerSecond -> {
            Complex cathode = within.at(radPerSecond);
            return cathode.times(1 - share)
                    .plus(around.at(radPerSecond))
                    .over(cathode.times(siemens).plus(1));
        };
    }

    private Impedance anode(double area) {
        return new Element.Resistor(climate.anodeOhms())
                .beside(new Element.ConstantPhase(ANODE_SIEMENS_PER_M2 * area, ANODE_EXPONENT));
    }

    private Element.ConstantPhase doubleLayer() {
        CathodeMaterial.Grain grain = design.cathode().grain();
        double surface =
                grain.surfacePerMetre() * design.activeKg() / design.cathode().kgPerM3();
        double touching = grain.film() ? 1 : WETTED_SHARE * Contact.of(climate.pascals(), mostPascals);
        return new Element.ConstantPhase(
                CATHODE_SIEMENS_PER_M2 * design.contactShare() * touching * surface, CATHODE_EXPONENT);
    }
}
