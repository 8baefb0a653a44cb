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

    private final CellDesign design;
    private final CellDesign.Climate climate;

    CellImpedance(CellDesign design, CellDesign.Climate climate) {
        this.design = design;
        this.climate = climate;
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
                        anode());
    }

    /** The cathode in its accepted state at a current, positive charges. */
    Impedance within(Cathode cathode, double amps) {
        return cathode.impedance(amps, climate);
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

    private Impedance anode() {
        return new Element.Resistor(climate.anodeOhms())
                .beside(new Element.ConstantPhase(design.anodeLayerSiemens(), CellDesign.ANODE_LAYER_EXPONENT));
    }
}
