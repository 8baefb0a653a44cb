package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import cellwright.analysis.Refusal;

/**
 * An activation energy from conductivities at several temperatures. The two usual plots give different energies for the same
 * data: that of ln sigma is lower by about k T, 0.027 eV near room temperature. So the law is part of the result, and a report
 * gives both. sigma = sigma0 T^m exp(-E/(k T)) with m = -1 is the one with a reason (Famprikis et al., Nature Materials 18,
 * 1278, 2019, eq. 1).
 *
 * @param law which plot
 * @param line ln(sigma T) or ln(sigma), in S/m and kelvin, against 1/T in 1/K
 */
public record Arrhenius(Law law, Line line) {
    /** Boltzmann's constant in eV/K (CODATA 2018, exact by definition of the units). */
    public static final double BOLTZMANN_EV = 8.617333262e-5;

    /** 25 °C in kelvin. */
    public static final double ROOM_KELVIN = 298.15;

    /** What is plotted against 1/T. */
    public enum Law {
        /** ln(sigma T): the default. */
        SIGMA_T,
        /** ln(sigma). */
        SIGMA
    }

    /**
     * Fits a series. Points that are not numbers are left out.
     *
     * @param kelvin temperatures
     * @param siemensPerMetre conductivities, above 0
     * @param relativeUncertainties of the resistances alone, for weights 1/u²; what is common to all points, as the geometry,
     *     does not belong in them. Empty if unknown: then all points count alike
     * @throws IllegalArgumentException if fewer than two points are usable, all have one temperature, or a value is impossible
     */
    public static Arrhenius fit(Law law, double[] kelvin, double[] siemensPerMetre, double... relativeUncertainties) {
        Refusal.unlessAlike(kelvin, siemensPerMetre, "temperatures and conductivities");
        double[] inverse = new double[kelvin.length];
        double[] logarithm = new double[kelvin.length];
        for (int i = 0; i < kelvin.length; i++) {
            if (kelvin[i] <= 0 || siemensPerMetre[i] <= 0) {
                throw new IllegalArgumentException("temperatures are in kelvin and conductivities positive, not "
                        + kelvin[i] + " and " + siemensPerMetre[i]);
            }
            inverse[i] = 1 / kelvin[i];
            logarithm[i] = Math.log(plotted(law, siemensPerMetre[i], kelvin[i]));
        }
        Line line = relativeUncertainties.length == 0
                ? Line.through(inverse, logarithm)
                : Line.weighted(inverse, logarithm, relativeUncertainties);
        return new Arrhenius(law, line);
    }

    /** The activation energy in eV. */
    public Estimate electronVolts() {
        return line.slopeEstimate().times(-BOLTZMANN_EV);
    }

    /** ln of the prefactor, in S K/m or S/m. Its uncertainty is that of the logarithm: a factor, not a summand. */
    public Estimate logarithmOfPrefactor() {
        return line.interceptEstimate();
    }

    /**
     * The conductivity in S/m that the line predicts.
     *
     * @param kelvin above 0
     */
    public Estimate siemensPerMetre(double kelvin) {
        Refusal.unlessPositive(kelvin, "a temperature in kelvin");
        Estimate logarithm = line.at(1 / kelvin);
        double sigma = Math.exp(logarithm.value()) / plotted(law, 1, kelvin);
        return new Estimate(sigma, sigma * logarithm.standardUncertainty(), logarithm.degreesOfFreedom());
    }

    private static double plotted(Law law, double sigma, double kelvin) {
        return switch (law) {
            case SIGMA_T -> sigma * kelvin;
            case SIGMA -> sigma;
        };
    }
}
