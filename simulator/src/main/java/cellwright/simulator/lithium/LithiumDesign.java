package cellwright.simulator.lithium;

import cellwright.simulator.cell.Anode;
import cellwright.simulator.cell.Electrolyte;
import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;

/**
 * What a lithium symmetric cell is made of. Immutable.
 *
 * @param electrolyte between the electrodes
 * @param metres its thickness, above 0
 * @param areaM2 electrode area, above 0
 * @param lithium either electrode
 * @param penetration how lithium gets through
 */
public record LithiumDesign(
        Electrolyte electrolyte, double metres, double areaM2, Anode.LithiumMetal lithium, Penetration penetration) {
    /** 0.5 mm at 2 mS/cm on 10 mm, 20 ohm cm2 per side in full contact: 65 ohm cm2 at 25 MPa and 25 °C. */
    public static final LithiumDesign USUAL = new LithiumDesign(
            Electrolyte.CHLORIDE, 5e-4, 0.7854e-4, new Anode.LithiumMetal(20e-4, 0.40), Penetration.USUAL);

    private static final double LEAD_HENRIES = 0.2e-6;
    private static final double INTERFACE_SIEMENS_PER_M2 = 0.2;
    private static final double INTERFACE_EXPONENT = 0.8;

    /** Resistance of the electrolyte, ohm. */
    public double electrolyteOhms(double kelvins) {
        return metres / (electrolyte.siemensPerMetre(kelvins) * areaM2);
    }

    /**
     * Resistance of one interface, ohm.
     *
     * @param contact share that voids have left
     * @param kelvins temperature
     * @param pascals stack pressure
     * @param mostPascals highest the cell has seen
     */
    public double interfaceOhms(double contact, double kelvins, double pascals, double mostPascals) {
        return lithium.ohms(areaM2 * contact, kelvins, pascals, mostPascals);
    }

    /** The cell with two interfaces of these resistances (ohm) and contacts, and this beside it (S, at least 0). */
    Impedance impedance(double kelvins, double[] interfaceOhms, double[] contact, double shortSiemens) {
        Impedance ionic = electrolyte
                .layer(metres, areaM2, kelvins)
                .then(arc(interfaceOhms[0], contact[0]), arc(interfaceOhms[1], contact[1]));
        Impedance both = shortSiemens == 0 ? ionic : ionic.beside(new Element.Resistor(1 / shortSiemens));
        return new Element.Inductor(LEAD_HENRIES).then(both);
    }

    private Impedance arc(double ohms, double contact) {
        return new Element.Resistor(ohms)
                .beside(new Element.ConstantPhase(INTERFACE_SIEMENS_PER_M2 * areaM2 * contact, INTERFACE_EXPONENT));
    }
}
