package cellwright.simulator.cell;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cathode active material, as data.
 *
 * @param name as written in a cell file
 * @param coulombsPerKg charge per mass between x = 0 and x = 1
 * @param kgPerM3 density
 * @param particleMetres radius of the particles
 * @param diffusion lithium diffusion in the particle
 * @param exchangeAmpsPerKg scale of the exchange current at 25 °C and full contact, per active mass
 * @param exchangeElectronvolts its activation energy
 * @param cutoffStoichiometry where the kinetics fall to half as the oxide empties
 * @param cutoffWidth how sharply
 * @param tortuosity2 squared tortuosity of a usual composite with it
 * @param compositeElectronvolts activation energy of the composite's ionic conductivity
 * @param leadOhms leads and contacts of the cells it is used in
 * @param openCircuit potential versus Li+/Li over the stoichiometry x, the lithium fraction of the oxide
 */
public record CathodeMaterial(
        String name,
        double coulombsPerKg,
        double kgPerM3,
        double particleMetres,
        Diffusion diffusion,
        double exchangeAmpsPerKg,
        double exchangeElectronvolts,
        double cutoffStoichiometry,
        double cutoffWidth,
        double tortuosity2,
        double compositeElectronvolts,
        double leadOhms,
        Pchip openCircuit) {

    /**
     * Diffusion that is fastest half way: {@code D = d exp(-((x - centre)/width)^4) + floor}.
     *
     * @param m2PerS d, at 25 °C
     * @param centre stoichiometry of the fastest diffusion
     * @param width in stoichiometry; infinite for a constant coefficient
     * @param floorM2PerS added everywhere, at 25 °C
     * @param electronvolts activation energy of both
     */
    public record Diffusion(double m2PerS, double centre, double width, double floorM2PerS, double electronvolts) {
        /** The same shape with another scale. */
        public Diffusion withM2PerS(double changed) {
            return new Diffusion(changed, centre, width, floorM2PerS, electronvolts);
        }
    }

    /**
     * LiNi0.85Co0.1Mn0.05O2 as in the cells of Zhou et al. 2022: 1.6 mA exchange scale on 6.22 mg/cm2 x 0.7854 cm2. The
     * table was drawn to textbook shape and the published capacities.
     */
    public static final CathodeMaterial NCM85 = new CathodeMaterial(
            "NCM85",
            275 * 3600.0,
            4750,
            2.5e-6,
            new Diffusion(2.374e-15, 0.5, 0.33, 1e-18, 0.35),
            1.6e-3 / (6.22e-2 * 0.7854e-4),
            0.50,
            0.13,
            0.0087,
            12,
            0.33,
            2,
            Pchip.of("1.0:2.30 .99:3.00 .98:3.35 .965:3.50 .945:3.565 .92:3.60 .88:3.635 .84:3.660 .80:3.685 .75:3.715"
                    + " .70:3.750 .65:3.795 .60:3.850 .55:3.905 .50:3.955 .45:4.005 .40:4.060 .35:4.120 .30:4.170"
                    + " .27:4.190 .24:4.212 .215:4.238 .20:4.265 .187:4.30 .17:4.355 .15:4.435 .125:4.54 .10:4.65"
                    + " .08:4.755 .07:4.80 .06:4.86 .05:4.94 .03:5.15"));

    /** The same material with another diffusion and exchange current, as a single cell may show. */
    public CathodeMaterial with(Diffusion otherDiffusion, double otherExchangeAmpsPerKg) {
        return new CathodeMaterial(
                name,
                coulombsPerKg,
                kgPerM3,
                particleMetres,
                otherDiffusion,
                otherExchangeAmpsPerKg,
                exchangeElectronvolts,
                cutoffStoichiometry,
                cutoffWidth,
                tortuosity2,
                compositeElectronvolts,
                leadOhms,
                openCircuit);
    }

    private static final Map<String, CathodeMaterial> KNOWN = new TreeMap<>(Map.of(NCM85.name, NCM85));

    /** The material of a name, if it is known. */
    public static Optional<CathodeMaterial> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** The names {@link #named} knows, separated by commas. */
    public static String names() {
        return String.join(", ", KNOWN.keySet());
    }
}
