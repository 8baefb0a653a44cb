package cellwright.simulator.cell;

/**
 * A cathode active material with the usual way cells are made of it, as data. Immutable, any thread.
 *
 * @param name as written in a cell file
 * @param coulombsPerKg charge per mass between x = 0 and x = 1
 * @param kgPerM3 density
 * @param grain what diffusion takes place in
 * @param diffusion lithium diffusion in the grain
 * @param exchange kinetics of its surface
 * @param usual how cells with it are usually made
 * @param ageing how cells with it age
 * @param openCircuit potential versus Li+/Li over the stoichiometry x, the lithium fraction of the oxide
 */
public record CathodeMaterial(
        String name,
        double coulombsPerKg,
        double kgPerM3,
        Grain grain,
        Diffusion diffusion,
        Exchange exchange,
        Usual usual,
        Ageing ageing,
        Pchip openCircuit) {
    private static final double FULL = 0.9995;
    private static final double FULL_WIDTH = 1 - ParticleCell.EDGE - FULL;
    private static final double FALL = 1.1;

    /** Checks that the potential falls as lithium enters and that every scale is above zero. */
    public CathodeMaterial {
        if (!openCircuit.falls()) {
            throw new IllegalArgumentException(
                    "openCircuit: the potential of " + name + " must fall with its lithium fraction");
        }
        demand(coulombsPerKg > 0, "coulombsPerKg", "a charge per mass above 0", coulombsPerKg);
        demand(kgPerM3 > 0, "kgPerM3", "a density above 0", kgPerM3);
    }

    /**
     * Potential versus Li+/Li, V: {@link #openCircuit}, but from x = 0.9995 on it falls to below that of lithium. What is
     * full takes no more, and a cell that leaks comes to rest at 0 V.
     */
    double volts(double x) {
        double table = openCircuit.value(x);
        return x > FULL && table > 0 ? table * remaining(x) : table;
    }

    /** Slope of {@link #volts}, V. */
    double slope(double x) {
        double slope = openCircuit.slope(x);
        if (x <= FULL) {
            return slope;
        }
        double table = openCircuit.value(x);
        return table > 0 ? slope * remaining(x) - table * 2 * FALL * (x - FULL) / (FULL_WIDTH * FULL_WIDTH) : slope;
    }

    /** What is left of the potential: 1 where the oxide is full, less than 0 at the edge of what is described. */
    private static double remaining(double x) {
        double over = (x - FULL) / FULL_WIDTH;
        return 1 - FALL * over * over;
    }

    /**
     * What lithium diffuses in.
     *
     * @param shape particles in a composite, or one dense film
     * @param metres radius of a particle, thickness of a film
     */
    public record Grain(ParticleMesh.Shape shape, double metres) {
        /** Spheres of a radius. */
        public static Grain spheres(double metres) {
            return new Grain(ParticleMesh.Shape.SPHERE, metres);
        }

        /** Surface towards the electrolyte per volume of oxide, 1/m. */
        double surfacePerMetre() {
            return (film() ? 1 : 3) / metres;
        }

        /** Whether it is a dense film, bonded to its electrolyte at any pressure, without a composite. */
        public boolean film() {
            return shape == ParticleMesh.Shape.FILM;
        }
    }

    /**
     * Diffusion that is fastest half way: {@code D = d exp(-((x - centre)/width)^4) + floor}.
     *
     * @param m2PerS d, at 25 °C, above 0
     * @param centre stoichiometry of the fastest diffusion
     * @param width in stoichiometry; infinite for a constant coefficient
     * @param floorM2PerS added everywhere, at 25 °C, at least 0
     * @param electronvolts activation energy of both
     */
    public record Diffusion(double m2PerS, double centre, double width, double floorM2PerS, double electronvolts) {
        /** Checks the signs. */
        public Diffusion {
            demand(
                    m2PerS > 0 && m2PerS < Double.POSITIVE_INFINITY,
                    "m2PerS",
                    "a diffusion coefficient above 0",
                    m2PerS);
            demand(width > 0, "width", "a width above 0", width);
            demand(floorM2PerS >= 0, "floorM2PerS", "a diffusion coefficient of at least 0", floorM2PerS);
        }

        /** The same coefficient for all stoichiometries. */
        public static Diffusion constant(double m2PerS, double electronvolts) {
            return new Diffusion(m2PerS, 0.5, Double.POSITIVE_INFINITY, 0, electronvolts);
        }

        /** The same shape with another scale. */
        public Diffusion withM2PerS(double changed) {
            return new Diffusion(changed, centre, width, floorM2PerS, electronvolts);
        }

        /** The coefficient at 25 °C, m2/s. */
        double at(double x) {
            double away = (x - centre) / width;
            double square = away * away;
            return m2PerS * Math.exp(-square * square) + floorM2PerS;
        }
    }

    /**
     * Exchange current {@code i0 m 2 sqrt(x (1 - x)) / (1 + exp((cutoff - x) / width))}: the last factor shuts the
     * kinetics off in nearly empty oxide.
     *
     * @param ampsPerKg i0 at 25 °C and full contact, per active mass, above 0
     * @param electronvolts its activation energy
     * @param cutoffStoichiometry where the kinetics fall to half as the oxide empties; minus infinity for never
     * @param cutoffWidth how sharply, above 0
     */
    public record Exchange(double ampsPerKg, double electronvolts, double cutoffStoichiometry, double cutoffWidth) {
        /** Checks the signs. */
        public Exchange {
            demand(ampsPerKg > 0, "ampsPerKg", "an exchange current above 0", ampsPerKg);
            demand(cutoffWidth > 0, "cutoffWidth", "a width above 0", cutoffWidth);
        }

        /** How the exchange current hangs on the surface stoichiometry: {@code 2 sqrt(x(1-x)) K(x)}, 1 half full. */
        double kinetics(double x) {
            return 2 * Math.sqrt(x * (1 - x)) / (1 + emptiness(x));
        }

        /** Relative change of {@link #kinetics} per stoichiometry. */
        double kineticsSlope(double x) {
            return (0.5 - x) / (x * (1 - x)) + emptiness(x) / (1 + emptiness(x)) / cutoffWidth;
        }

        private double emptiness(double x) {
            return Math.exp((cutoffStoichiometry - x) / cutoffWidth);
        }

        /** The same kinetics with another scale. */
        public Exchange withAmpsPerKg(double changed) {
            return new Exchange(changed, electronvolts, cutoffStoichiometry, cutoffWidth);
        }
    }

    /**
     * How a cell with the material is usually made; each can be set differently for one cell.
     *
     * @param tortuosity2 squared tortuosity of the electrolyte in the composite; 1 where there is no composite
     * @param compositeElectronvolts activation energy of the composite's ionic conductivity times temperature
     * @param electronicSiemensPerMetre conductivity of the composite for electrons
     * @param leadOhms leads, contacts and what else is in series
     * @param startStoichiometry lithium fraction as assembled
     * @param m3PerMol partial molar volume of lithium in it; negative if it grows on charging
     */
    public record Usual(
            double tortuosity2,
            double compositeElectronvolts,
            double electronicSiemensPerMetre,
            double leadOhms,
            double startStoichiometry,
            double m3PerMol) {}

    /** The same material with other diffusion and kinetics, as a single cell may show. */
    public CathodeMaterial with(Diffusion otherDiffusion, Exchange otherExchange) {
        return new CathodeMaterial(
                name, coulombsPerKg, kgPerM3, grain, otherDiffusion, otherExchange, usual, ageing, openCircuit);
    }

    private static void demand(boolean fulfilled, String field, String wanted, double got) {
        if (!fulfilled) {
            throw new IllegalArgumentException(field + " must be " + wanted + ", got " + got);
        }
    }

    /**
     * The same material with another potential.
     *
     * @throws IllegalArgumentException if it does not fall everywhere
     */
    public CathodeMaterial with(Pchip otherOpenCircuit) {
        return new CathodeMaterial(
                name, coulombsPerKg, kgPerM3, grain, diffusion, exchange, usual, ageing, otherOpenCircuit);
    }
}
