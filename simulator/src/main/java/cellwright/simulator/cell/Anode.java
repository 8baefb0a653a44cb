package cellwright.simulator.cell;

import java.util.Optional;

/** The counter electrode: a potential, a resistance, and how much lithium it can give and take. Immutable. */
public sealed interface Anode {
    /** Potential versus Li+/Li, V. */
    double voltsVersusLithium();

    /**
     * Resistance of the electrode, ohm.
     *
     * @param areaM2 of the electrode
     * @param kelvins temperature
     * @param pascals stack pressure, at least 0
     * @param mostPascals highest pressure the cell has seen
     */
    double ohms(double areaM2, double kelvins, double pascals, double mostPascals);

    /** Partial molar volume of lithium in the electrode, m3/mol: what it grows by. */
    double m3PerMol();

    /** What is used up after a net charge (C, positive charged the cell) since assembly; empty if nothing is. */
    Optional<String> usedUp(double netCoulombs);

    /**
     * An indium foil that has taken up some lithium: two phases, hence a constant potential of 0.622 V versus Li+/Li
     * (Santhosha et al., Batteries &amp; Supercaps 2 (2019) 524) as long as Li/In lies between 0.01 and 0.95.
     *
     * @param lithiumMol lithium in the foil at assembly
     * @param indiumMol indium
     * @param ohmM2 area resistance at 25 °C
     * @param electronvolts its activation energy
     */
    record IndiumLithium(double lithiumMol, double indiumMol, double ohmM2, double electronvolts) implements Anode {
        private static final double FARADAY = 96485.33212;
        private static final double LOWEST = 0.01;
        private static final double HIGHEST = 0.95;

        /** The foil of Zhou et al. 2022 (57 mg In, 1 mg Li); 5 ohm cm2 and 0.40 eV are assumptions. */
        public static final IndiumLithium ZHOU_2022 = new IndiumLithium(0.144e-3, 0.5e-3, 5e-4, 0.40);

        @Override
        public double voltsVersusLithium() {
            return 0.622;
        }

        /** {@inheritDoc} From 15.71 (In) to 23.57 cm3/mol (InLi), crystal volumes. */
        @Override
        public double m3PerMol() {
            return 7.86e-6;
        }

        @Override
        public double ohms(double areaM2, double kelvins, double pascals, double mostPascals) {
            return ohmM2 / areaM2 / Arrhenius.factor(electronvolts, kelvins);
        }

        @Override
        public Optional<String> usedUp(double netCoulombs) {
            double ratio = (lithiumMol + netCoulombs / FARADAY) / indiumMol;
            return ratio >= LOWEST && ratio <= HIGHEST
                    ? Optional.empty()
                    : Optional.of("Li/In ratio of the anode " + ratio + ", two phases only from " + LOWEST + " to "
                            + HIGHEST);
        }
    }

    /**
     * Lithium metal, without a limit to its reserve. It creeps into contact with pressure: the resistance falls as
     * P^-0.85 up to 25 MPa and rises as P^-0.28 on unloading, exponents read from a Li6PS5Cl symmetric cell (Doux et al.
     * 2020).
     *
     * @param ohmM2 area resistance at 25 °C in full contact
     * @param electronvolts its activation energy
     */
    record LithiumMetal(double ohmM2, double electronvolts) implements Anode {
        private static final double FULL_CONTACT_PASCALS = 25e6;

        /** As resistive as the indium foil, so that changing the anode shifts the reference potential and no more. */
        public static final LithiumMetal LIKE_INDIUM = new LithiumMetal(5e-4, 0.40);

        @Override
        public double voltsVersusLithium() {
            return 0;
        }

        @Override
        public double m3PerMol() {
            return 13.0e-6;
        }

        @Override
        public double ohms(double areaM2, double kelvins, double pascals, double mostPascals) {
            double contact = Math.max(Contact.FLOOR, contact(pascals, mostPascals));
            return ohmM2 / areaM2 / contact / Arrhenius.factor(electronvolts, kelvins);
        }

        @Override
        public Optional<String> usedUp(double netCoulombs) {
            return Optional.empty();
        }

        private static double contact(double pascals, double mostPascals) {
            double loading = loading(pascals);
            return pascals >= mostPascals
                    ? loading
                    : Math.max(loading, loading(mostPascals) * Math.pow(pascals / mostPascals, 0.28));
        }

        private static double loading(double pascals) {
            return Math.min(1, Math.pow(pascals / FULL_CONTACT_PASCALS, 0.85));
        }
    }
}
