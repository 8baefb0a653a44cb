package cellwright.simulator.cell;

/**
 * What a cell is made of: everything that stays the same while it is cycled. Immutable.
 *
 * @param name for messages
 * @param cathode active material
 * @param activeKg its mass, above 0
 * @param areaM2 electrode area, above 0
 * @param contactShare share of the particle surface that touches electrolyte at 250 MPa, relative to a usual composite
 * @param composite the cathode composite; a film has none, whatever stands here
 * @param separator between the electrodes
 * @param anode the counter electrode
 * @param leadOhms leads and contacts, at least 0
 * @param ageing how it ages; {@link Ageing#NONE} if it does not, and then nothing leaks either
 * @param warmth how it keeps its heat
 * @param stack how its thickness changes
 */
public record CellDesign(
        String name,
        CathodeMaterial cathode,
        double activeKg,
        double areaM2,
        double contactShare,
        Composite composite,
        Separator separator,
        Anode anode,
        double leadOhms,
        Ageing ageing,
        Warmth warmth,
        Stack stack) {
    /** Exponent of the cathode's double layer, which holds 10 µS s^a per cm2 of wetted surface. */
    static final double LAYER_EXPONENT = 0.85;
    /** Exponent of the anode's, 20 µS s^a per cm2 of electrode. */
    static final double ANODE_LAYER_EXPONENT = 0.8;

    private static final double LAYER_SIEMENS_PER_M2 = 0.1;
    private static final double ANODE_LAYER_SIEMENS_PER_M2 = 0.2;
    /** Of the surface of the spheres: 8 of the 12.3 cm2 in the standard cell of Zhou et al. 2022. */
    private static final double WETTED_SHARE = 0.648;

    /** The same cell, ageing differently. */
    public CellDesign with(Ageing otherAgeing) {
        return new CellDesign(
                name,
                cathode,
                activeKg,
                areaM2,
                contactShare,
                composite,
                separator,
                anode,
                leadOhms,
                otherAgeing,
                warmth,
                stack);
    }

    /** Charge between x = 0 and x = 1, C. */
    public double coulombs() {
        return activeKg * cathode.coulombsPerKg();
    }

    /**
     * Everything that depends on temperature and pressure alone.
     *
     * @param kelvins temperature
     * @param pascals stack pressure
     * @param mostPascals highest the cell has seen
     */
    Climate climate(double kelvins, double pascals, double mostPascals) {
        double pressed = cathode.grain().film() ? 1 : Contact.of(pascals, mostPascals);
        double contact = contactShare * pressed;
        double radius2 = cathode.grain().metres() * cathode.grain().metres();
        return new Climate(
                kelvins,
                pascals,
                2 * Arrhenius.VOLTS_PER_KELVIN * kelvins,
                activeKg
                        * cathode.exchange().ampsPerKg()
                        * contact
                        * Arrhenius.factor(cathode.exchange().electronvolts(), kelvins),
                // less contact, longer ways: R^2 (1 + (1/theta - 1)) = R^2 / theta (after Yanev et al. 2024)
                Arrhenius.factor(cathode.diffusion().electronvolts(), kelvins) * contact / radius2,
                ionicOhms(kelvins),
                separator.ohms(areaM2, kelvins),
                leadOhms,
                anode.ohms(areaM2, kelvins, pascals, mostPascals),
                layerSiemens(pressed));
    }

    /** Double layer of all particles, S s^a, given the share of a composite's contact that the pressure leaves. */
    private double layerSiemens(double pressed) {
        CathodeMaterial.Grain grain = cathode.grain();
        double surface = grain.surfacePerMetre() * activeKg / cathode.kgPerM3();
        double touching = grain.film() ? 1 : WETTED_SHARE * pressed;
        return LAYER_SIEMENS_PER_M2 * contactShare * touching * surface;
    }

    /** Resistance of the composite for electrons, ohm; a film has none. */
    double electronicOhms() {
        return cathode.grain().film()
                ? 0
                : composite.metres(activeKg, cathode.kgPerM3(), areaM2)
                        / (cathode.usual().electronicSiemensPerMetre() * areaM2);
    }

    /** Double layer of the anode, S s^a. */
    double anodeLayerSiemens() {
        return ANODE_LAYER_SIEMENS_PER_M2 * areaM2;
    }

    /** Conductance of the separator for electrons, S. */
    double leakSiemens() {
        return separator.leakSiemens(areaM2);
    }

    private double ionicOhms(double kelvins) {
        return cathode.grain().film() ? 0 : composite.ionicOhms(activeKg, cathode.kgPerM3(), areaM2, kelvins);
    }

    /**
     * The cell at one temperature and pressure.
     *
     * @param kelvins temperature
     * @param pascals stack pressure
     * @param doubleThermalVolts 2RT/F
     * @param exchangeAmps scale of the exchange current
     * @param rate of diffusion per unit of coefficient, 1/m2: activation x contact / R^2
     * @param ionicOhms through the whole depth of the composite
     * @param separatorOhms of the separator
     * @param leadOhms of leads and contacts
     * @param anodeOhms of the counter electrode
     * @param layerSiemens double layer of all particles as long as they have not aged, S s^a
     */
    record Climate(
            double kelvins,
            double pascals,
            double doubleThermalVolts,
            double exchangeAmps,
            double rate,
            double ionicOhms,
            double separatorOhms,
            double leadOhms,
            double anodeOhms,
            double layerSiemens) {
        /**
         * All that is ohmic around a single node, which sees a third of the ionic resistance through the depth, as a uniform
         * reaction would.
         */
        double aroundOneNode() {
            return ionicOhms / 3 + separatorOhms + leadOhms + anodeOhms;
        }

        /** All that is ohmic around a ladder, which knows its own depth. */
        double aroundLadder() {
            return separatorOhms + leadOhms + anodeOhms;
        }
    }
}
