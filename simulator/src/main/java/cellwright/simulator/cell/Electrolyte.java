package cellwright.simulator.cell;

import cellwright.simulator.impedance.GrainyLayer;

/**
 * A solid electrolyte with a transference number of one.
 *
 * @param siemensPerMetre ionic conductivity at 25 °C
 * @param electronvolts activation energy of conductivity times temperature
 * @param kgPerM3 density
 * @param leakSiemensPerMetre conductivity for electrons at 25 °C
 * @param boundaryShare share of a layer's resistance that lies between grains, from 0 to 1
 */
public record Electrolyte(
        double siemensPerMetre,
        double electronvolts,
        double kgPerM3,
        double leakSiemensPerMetre,
        double boundaryShare) {
    /** Of pressed powders; an assumption. */
    private static final double PRESSED = 0.15;

    /** Li2In1/3Sc1/3Cl4: 2.0 mS/cm, 0.33 eV, 0.47 nS/cm for electrons (Zhou et al. 2022); the density is an assumption. */
    public static final Electrolyte CHLORIDE = new Electrolyte(0.2, 0.33, 2450, 4.7e-8, PRESSED);

    /** Li6.7Si0.7Sb0.3S5I, the layer towards the anode: 10 mS/cm, 0.25 eV; assumed, the leak so that a whole cell has 50 nA at 4.18 V. */
    public static final Electrolyte ARGYRODITE = new Electrolyte(1.0, 0.25, 2410, 2.46e-7, PRESSED);

    /** LiPON as sputtered: 3e-6 S/cm (Cheng et al.), a glass without grains; the other numbers are assumptions. */
    public static final Electrolyte LIPON = new Electrolyte(3e-4, 0.55, 2300, 1e-12, 0);

    /** Conductivity at a temperature, S/m. */
    public double siemensPerMetre(double kelvins) {
        return siemensPerMetre * Arrhenius.conductivity(electronvolts, kelvins);
    }

    /** Resistance of a dense layer of this electrolyte, ohm. */
    double layerOhms(double kg, double areaM2, double kelvins) {
        return layerMetres(kg, areaM2) / (siemensPerMetre(kelvins) * areaM2);
    }

    /**
     * A dense layer of this electrolyte.
     *
     * @param metres its thickness, at least 0
     * @param areaM2 its area, above 0
     * @param kelvins its temperature
     */
    public GrainyLayer layer(double metres, double areaM2, double kelvins) {
        return new GrainyLayer(metres / (siemensPerMetre(kelvins) * areaM2), metres, areaM2, boundaryShare);
    }

    /** Thickness of a dense layer of this electrolyte by its mass, m. */
    public double layerMetres(double kg, double areaM2) {
        return kg / (kgPerM3 * areaM2);
    }

    /** Resistance of a dense layer of this electrolyte for electrons, ohm. */
    double layerLeakOhms(double kg, double areaM2) {
        return kg / (kgPerM3 * areaM2) / (leakSiemensPerMetre * areaM2);
    }
}
