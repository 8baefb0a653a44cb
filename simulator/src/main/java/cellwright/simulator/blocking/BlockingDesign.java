package cellwright.simulator.blocking;

import cellwright.simulator.cell.Electrolyte;
import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;

/**
 * What a blocking cell is made of. Immutable.
 *
 * @param electrolyte of the pellet or film; its electrons are taken to be activated like its ions
 * @param metres its thickness, above 0
 * @param areaM2 its area, above 0
 * @param interfaceSiemensPerM2 constant-phase element of one interface, S s^a/m2, above 0
 * @param interfaceExponent its exponent a, from 0.5 to 0.95
 */
public record BlockingDesign(
        Electrolyte electrolyte, double metres, double areaM2, double interfaceSiemensPerM2, double interfaceExponent) {
    /**
     * 250 mg of Li2In1/3Sc1/3Cl4 on 10 mm: 2.0 mS/cm, 0.33 eV and 4.7e-10 S/cm (Zhou et al. 2022); the interfaces, 2 µS
     * s^0.9 per cm2, are an assumption.
     */
    public static final BlockingDesign ZHOU_2022 = new BlockingDesign(
            Electrolyte.CHLORIDE, Electrolyte.CHLORIDE.layerMetres(250e-6, 0.7854e-4), 0.7854e-4, 2e-2, 0.9);

    private static final double LEAD_HENRIES = 0.2e-6;

    /** Ionic resistance, ohm, grain boundaries included. */
    public double ionicOhms(double kelvins) {
        return metres / (electrolyte.siemensPerMetre(kelvins) * areaM2);
    }

    /** Electronic conductance, S. */
    public double electronicSiemens(double kelvins) {
        double activation = electrolyte.siemensPerMetre(kelvins) / electrolyte.siemensPerMetre();
        return electrolyte.leakSiemensPerMetre() * activation * areaM2 / metres;
    }

    /** Both interfaces, one after the other. */
    Element.ConstantPhase interfaces() {
        return new Element.ConstantPhase(interfaceSiemensPerM2 * areaM2 / 2, interfaceExponent);
    }

    /** The impedance at a temperature, with 0.2 µH of leads. */
    public Impedance impedance(double kelvins) {
        Impedance ionic = electrolyte.layer(metres, areaM2, kelvins).then(interfaces());
        double electronic = electronicSiemens(kelvins);
        Impedance both = electronic == 0 ? ionic : ionic.beside(new Element.Resistor(1 / electronic));
        return new Element.Inductor(LEAD_HENRIES).then(both);
    }
}
