package cellwright.simulator.cell;

/**
 * The cathode composite: active particles in chloride electrolyte, with pores.
 *
 * <p>Its thickness follows from the loading, the mass fraction, both densities and the porosity; the electrolyte takes
 * its share of the solid volume. For 80 wt% NCM85 at 6.22 mg/cm2 that gives 21.6 µm, 29 % electrolyte by volume and,
 * with a squared tortuosity of 12, an ionic resistance of 56 ohm on 0.7854 cm2. Its electronic
 * resistance, some 3 ohm, is neglected.
 *
 * @param activeMassFraction active material per composite mass, in (0, 1)
 * @param porosity share of the volume that is empty, in [0, 1)
 * @param tortuosity2 squared tortuosity of the electrolyte's paths, at least 1
 * @param electronvolts activation energy of the ionic conductivity in the composite times temperature
 */
public record Composite(double activeMassFraction, double porosity, double tortuosity2, double electronvolts) {

    /** Ionic resistance through the whole thickness, ohm. */
    double ionicOhms(double activeKg, double activeKgPerM3, double areaM2, double kelvins) {
        double sigma = Electrolyte.CHLORIDE.siemensPerMetre() * Arrhenius.conductivity(electronvolts, kelvins);
        double share = (1 - porosity) * electrolyteVolume(activeKg) / solidVolume(activeKg, activeKgPerM3);
        return metres(activeKg, activeKgPerM3, areaM2) / (sigma * share / tortuosity2 * areaM2);
    }

    /** Thickness, m. */
    double metres(double activeKg, double activeKgPerM3, double areaM2) {
        return solidVolume(activeKg, activeKgPerM3) / (1 - porosity) / areaM2;
    }

    private double solidVolume(double activeKg, double activeKgPerM3) {
        return activeKg / activeKgPerM3 + electrolyteVolume(activeKg);
    }

    private double electrolyteVolume(double activeKg) {
        return activeKg * (1 / activeMassFraction - 1) / Electrolyte.CHLORIDE.kgPerM3();
    }
}
