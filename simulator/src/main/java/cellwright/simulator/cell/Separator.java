package cellwright.simulator.cell;

import cellwright.simulator.impedance.Impedance;

/** What keeps the electrodes apart and conducts ions between them; its resistance depends on temperature alone. Immutable. */
public sealed interface Separator {
    /**
     * Resistance, ohm.
     *
     * @param areaM2 electrode area
     * @param kelvins temperature
     */
    double ohms(double areaM2, double kelvins);

    /**
     * Conductance for electrons, S; the same at any temperature.
     *
     * @param areaM2 electrode area
     */
    double leakSiemens(double areaM2);

    /**
     * What it is to an alternating current; {@link #ohms} to a slow one.
     *
     * @param areaM2 electrode area
     * @param kelvins temperature
     */
    Impedance impedance(double areaM2, double kelvins);

    /**
     * Two pressed layers: chloride towards the cathode, argyrodite towards the anode. Pellets pressed at 250 MPa and more
     * are taken as dense at any stack pressure.
     *
     * @param chlorideKg mass of the chloride layer, at least 0
     * @param argyroditeKg mass of the argyrodite layer, at least 0
     */
    record Pellets(double chlorideKg, double argyroditeKg) implements Separator {
        /** About 40 mg and about 100 mg, as Zhou et al. 2022 press them. */
        public static final Pellets ZHOU_2022 = new Pellets(40e-6, 100e-6);

        /** {@inheritDoc} 20.0 ohm for the usual layers on 0.7854 cm2 at 25 °C. */
        @Override
        public double ohms(double areaM2, double kelvins) {
            return Electrolyte.CHLORIDE.layerOhms(chlorideKg, areaM2, kelvins)
                    + Electrolyte.ARGYRODITE.layerOhms(argyroditeKg, areaM2, kelvins);
        }

        /** {@inheritDoc} 50 nA at 4.18 V for the usual layers on 0.7854 cm2; nothing for no layers at all. */
        @Override
        public double leakSiemens(double areaM2) {
            double ohms = Electrolyte.CHLORIDE.layerLeakOhms(chlorideKg, areaM2)
                    + Electrolyte.ARGYRODITE.layerLeakOhms(argyroditeKg, areaM2);
            return ohms > 0 ? 1 / ohms : 0;
        }

        @Override
        public Impedance impedance(double areaM2, double kelvins) {
            return layer(Electrolyte.CHLORIDE, chlorideKg, areaM2, kelvins)
                    .then(layer(Electrolyte.ARGYRODITE, argyroditeKg, areaM2, kelvins));
        }

        private static Impedance layer(Electrolyte electrolyte, double kg, double areaM2, double kelvins) {
            return electrolyte.layer(electrolyte.layerMetres(kg, areaM2), areaM2, kelvins);
        }
    }

    /**
     * A sputtered film of LiPON.
     *
     * @param metres thickness, at least 0
     */
    record Lipon(double metres) implements Separator {
        /** One micrometre, as in the cell of Cheng et al. */
        public static final Lipon MICROMETRE = new Lipon(1e-6);

        /** {@inheritDoc} 680 ohm for 1 µm on 0.049 cm2 at 25 °C. */
        @Override
        public double ohms(double areaM2, double kelvins) {
            return metres / (Electrolyte.LIPON.siemensPerMetre(kelvins) * areaM2);
        }

        @Override
        public double leakSiemens(double areaM2) {
            return metres > 0 ? Electrolyte.LIPON.leakSiemensPerMetre() * areaM2 / metres : 0;
        }

        @Override
        public Impedance impedance(double areaM2, double kelvins) {
            return Electrolyte.LIPON.layer(metres, areaM2, kelvins);
        }
    }
}
