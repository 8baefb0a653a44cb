package cellwright.simulator.cell;

/**
 * Two pressed layers between the electrodes: chloride towards the cathode, argyrodite towards the anode.
 *
 * <p>Their resistance depends on temperature alone; pellets pressed at 250 MPa and more are taken as dense at any stack
 * pressure.
 *
 * @param chlorideKg mass of the chloride layer, at least 0
 * @param argyroditeKg mass of the argyrodite layer, at least 0
 */
public record Separator(double chlorideKg, double argyroditeKg) {
    /** About 40 mg and about 100 mg, as Zhou et al. 2022 press them. */
    public static final Separator ZHOU_2022 = new Separator(40e-6, 100e-6);

    /** Resistance of both layers, ohm; 20.0 ohm for the default on 0.7854 cm2 at 25 °C. */
    double ohms(double areaM2, double kelvins) {
        return Electrolyte.CHLORIDE.layerOhms(chlorideKg, areaM2, kelvins)
                + Electrolyte.ARGYRODITE.layerOhms(argyroditeKg, areaM2, kelvins);
    }
}
