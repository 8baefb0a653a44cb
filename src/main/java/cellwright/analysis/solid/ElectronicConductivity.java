package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import cellwright.analysis.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The electronic conductivity of a pellet between ion-blocking electrodes: the slope of the steady current against potential
 * (Hebb and Wagner's polarisation, in its simplest form).
 *
 * @param siemensPerMetre the conductivity, with the uncertainties of regression and geometry
 * @param siemens the conductance, the slope of the line
 * @param offsetAmps the current at 0 V by the line; 0 if there was a single potential
 * @param holds what each potential came to
 * @param doubts what has to be known about it; empty if there is nothing
 */
public record ElectronicConductivity(
        Estimate siemensPerMetre, Estimate siemens, double offsetAmps, List<HoldCurrent> holds, List<String> doubts) {
    private static final double STRAIGHT = 0.98;

    /** Takes immutable copies. */
    public ElectronicConductivity {
        holds = List.copyOf(holds);
        doubts = List.copyOf(doubts);
    }

    /** One potential that was held. */
    public static final class Potential {
        private final double volts;
        private final double[] seconds;
        private final double[] amps;

        /**
         * A potential.
         *
         * @param volts across the pellet
         * @param seconds since the hold began, rising
         * @param amps the current
         */
        public Potential(double volts, double[] seconds, double[] amps) {
            if (!Double.isFinite(volts)) {
                throw new IllegalArgumentException("a potential in volts must be a number, not " + volts);
            }
            this.volts = volts;
            this.seconds = seconds.clone();
            this.amps = amps.clone();
        }
    }

    /**
     * Analyses a polarisation. The current of each potential is the mean of its last window; a line through several potentials
     * is free of the instrument's offset, one potential alone is not.
     *
     * @throws IllegalArgumentException if there is no potential, a single one is 0 V, or a hold is too short for the window
     */
    public static ElectronicConductivity of(List<Potential> potentials, Pellet pellet, Hold criterion) {
        Refusal.ifFewer(potentials.size(), 1, "potentials");
        List<HoldCurrent> holds = potentials.stream()
                .map(potential -> criterion.judge(potential.seconds, potential.amps))
                .toList();
        List<String> doubts = unsteady(potentials, holds);
        double[] volts = potentials.stream().mapToDouble(p -> p.volts).toArray();
        if (Arrays.stream(volts).distinct().count() == 1) {
            doubts.add("a single potential: the instrument's offset is part of the result");
            Estimate siemens = single(volts[0], holds, criterion);
            return new ElectronicConductivity(pellet.ofConductance(siemens), siemens, 0, holds, doubts);
        }
        Line line = Line.through(
                volts, holds.stream().mapToDouble(h -> h.tailAmps().value()).toArray());
        if (line.rSquared() < STRAIGHT) {
            doubts.add(String.format(Locale.ROOT, "the currents are not on a line: R² is %.3f", line.rSquared()));
        }
        Estimate siemens = line.slopeEstimate();
        return new ElectronicConductivity(pellet.ofConductance(siemens), siemens, line.intercept(), holds, doubts);
    }

    /** Whether every current was steady. */
    public boolean steady() {
        return holds.stream().allMatch(HoldCurrent::converged);
    }

    /**
     * Ionic transference number, 1 - sigma_e/sigma.
     *
     * @param total the conductivity of ions and electrons together in S/m, above 0
     */
    public Estimate transferenceNumber(Estimate total) {
        Refusal.unlessPositive(total.value(), "the total conductivity in S/m");
        double share = siemensPerMetre.value() / total.value();
        double relative = Math.hypot(siemensPerMetre.relativeUncertainty(), total.relativeUncertainty());
        return new Estimate(1 - share, Math.abs(share) * relative, siemensPerMetre.degreesOfFreedom());
    }

    private static Estimate single(double volts, List<HoldCurrent> holds, Hold criterion) {
        if (volts == 0) {
            throw new IllegalArgumentException("no conductivity follows from a current at 0 V alone");
        }
        double mean = holds.stream()
                .mapToDouble(hold -> hold.tailAmps().value())
                .average()
                .orElseThrow();
        double noise = holds.get(0).tailAmps().standardUncertainty();
        double degrees = holds.get(0).tailAmps().degreesOfFreedom();
        return new Estimate(mean, Math.hypot(noise, criterion.offsetAmps()), degrees).times(1 / volts);
    }

    private static List<String> unsteady(List<Potential> potentials, List<HoldCurrent> holds) {
        List<String> doubts = new ArrayList<>();
        for (int i = 0; i < holds.size(); i++) {
            if (!holds.get(i).converged()) {
                doubts.add(String.format(
                        Locale.ROOT,
                        "not steady at %.3g V: %s",
                        potentials.get(i).volts,
                        holds.get(i).reasons()));
            }
        }
        return doubts;
    }
}
