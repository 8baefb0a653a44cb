package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.impedance.Arc;
import cellwright.analysis.impedance.Circuit;
import cellwright.analysis.impedance.CircuitFit;
import cellwright.analysis.impedance.ElementKind;
import cellwright.analysis.impedance.FittedCircuit;
import cellwright.analysis.impedance.Impedances;
import cellwright.analysis.impedance.Weighting;
import java.util.List;

/**
 * The ionic conductivity of a pellet between blocking electrodes, from the high-frequency end of its spectrum.
 *
 * <p>What lies above the electrodes' tail is fitted with a resistance and a constant phase element; leads (an inductance, and
 * above some megahertz a capacity beside it all) and an arc of the pellet are added only if they describe the data much better. The resistance is the total one, bulk and grain
 * boundaries together, with their covariance.
 *
 * @param siemensPerMetre the conductivity, with the uncertainties of fit and geometry
 * @param ohm the total resistance, with the uncertainty of the fit
 * @param plateauOhm Z' where the phase is nearest to 0: what one would read off a plot, as a cross-check without a model
 * @param lowestHertz the lowest frequency that was used
 * @param fit the fit, with its circuit and doubts
 */
public record BlockingConductivity(
        Estimate siemensPerMetre, Estimate ohm, double plateauOhm, double lowestHertz, FittedCircuit fit) {
    private static final List<Circuit> LEADS = List.of(Circuit.parse("L0-R0-CPE1"));
    private static final List<Circuit> ARCS = List.of(
            Circuit.parse("p(R0,C0)-CPE1"),
            Circuit.parse("p(R0,CPE0)-CPE1"),
            Circuit.parse("R0-p(R1,C1)-CPE2"),
            Circuit.parse("L0-R0-p(R1,C1)-CPE2"));
    /** With the capacity of leads and analyser beside it all; where it shows, the inductance of the leads does, too. */
    private static final List<Circuit> STRAY =
            List.of(Circuit.parse("p(C0,L0-R0-CPE1)"), Circuit.parse("p(C0,L0-R0-p(R1,C1)-CPE2)"));

    private static final Circuit PLAIN = Circuit.parse("R0-CPE1");
    /** These circuits are small, and what they begin from is near. */
    private static final CircuitFit FIT = new CircuitFit(Weighting.MODULUS, 12, 1);

    private static final double USUAL_STRAY_FARADS = 1e-11;
    private static final double USUAL_BOUNDARY_FARADS = 1e-9;
    private static final double USUAL_BOUNDARY_SHARE = 0.15;
    private static final double TAIL = 5;
    private static final int FEWEST = 8;
    private static final double MUCH_BETTER = 10;
    private static final double ARC_OVER_ELECTRODE = 0.1;

    /**
     * Analyses a blocking spectrum.
     *
     * @throws IllegalArgumentException if it has fewer than eight usable points or its low end is not capacitive: then the
     *     electrodes do not block
     */
    public static BlockingConductivity of(Impedances spectrum, Pellet pellet) {
        Impedances used = highEnd(spectrum);
        FittedCircuit fit = choose(used);
        String[] resistances = fit.circuit().parameters().stream()
                .map(Circuit.Parameter::name)
                .filter(name -> name.startsWith("R"))
                .toArray(String[]::new);
        Estimate ohm = fit.sum(resistances);
        return new BlockingConductivity(pellet.conductivity(ohm), ohm, plateau(used), used.lowestHertz(), fit);
    }

    /** Uncertainty of the resistance alone over the resistance: what a point of an Arrhenius series is weighted by. */
    public double relativeUncertaintyOfFit() {
        return ohm.relativeUncertainty();
    }

    /** The points from the top down to where the tail is five times as high as the plateau. */
    private static Impedances highEnd(Impedances spectrum) {
        if (spectrum.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "a blocking spectrum needs at least " + FEWEST + " usable points, not " + spectrum.size());
        }
        int lowest = 0;
        for (int i = 1; i < spectrum.size(); i++) {
            lowest = spectrum.hertz(i) < spectrum.hertz(lowest) ? i : lowest;
        }
        if (!(-spectrum.imaginaryOhm(lowest) > spectrum.realOhm(lowest))) {
            throw new IllegalArgumentException(
                    "the spectrum ends at " + spectrum.hertz(lowest)
                            + " Hz without a capacitive tail (-Z'' above Z'); the electrodes do not block, or it ends too early");
        }
        return above(spectrum, tail(spectrum));
    }

    private static double tail(Impedances spectrum) {
        double tail = spectrum.lowestHertz();
        for (int i = 0; i < spectrum.size(); i++) {
            boolean steep = -spectrum.imaginaryOhm(i) > TAIL * Math.abs(spectrum.realOhm(i));
            tail = steep ? Math.max(tail, spectrum.hertz(i)) : tail;
        }
        return tail;
    }

    private static Impedances above(Impedances spectrum, double hertz) {
        if (hertz >= spectrum.highestHertz()) {
            return spectrum;
        }
        Impedances used = spectrum.between(hertz, spectrum.highestHertz());
        return used.size() < FEWEST ? spectrum : used;
    }

    private static FittedCircuit choose(Impedances used) {
        FittedCircuit plain = FIT.fit(PLAIN, used);
        FittedCircuit leads = better(plain, used, LEADS);
        FittedCircuit arcs = better(leads, used, ARCS);
        boolean inductive = LEADS.contains(leads.circuit());
        return inductive ? better(arcs, used, STRAY, leads) : arcs;
    }

    private static FittedCircuit better(FittedCircuit best, Impedances used, List<Circuit> richer) {
        return better(best, used, richer, best);
    }

    private static FittedCircuit better(
            FittedCircuit best, Impedances used, List<Circuit> richer, FittedCircuit begin) {
        FittedCircuit chosen = best;
        for (Circuit circuit : richer) {
            if (2 * used.size() <= circuit.parameters().size() + 1) {
                continue;
            }
            FittedCircuit fit = FIT.fit(circuit, used, guess(circuit, begin));
            boolean enough = fit.akaike() < best.akaike() - MUCH_BETTER && fit.akaike() < chosen.akaike();
            chosen = enough && isOfThePellet(fit) ? fit : chosen;
        }
        return chosen;
    }

    /**
     * Where the fit of a circuit with stray capacity begins: from the fit with leads alone, since from anywhere it is not found.
     * Others begin where they like.
     */
    private static double[] guess(Circuit circuit, FittedCircuit leads) {
        if (!STRAY.contains(circuit)) {
            return new double[0];
        }
        return circuit.parameters().stream()
                .map(Circuit.Parameter::name)
                .mapToDouble(name -> guess(circuit, name, leads))
                .toArray();
    }

    private static double guess(Circuit circuit, String name, FittedCircuit leads) {
        boolean boundary = circuit.text().contains("R1");
        double ohm = leads.estimate("R0").value();
        return switch (name) {
            case "C0" -> USUAL_STRAY_FARADS;
            case "C1" -> USUAL_BOUNDARY_FARADS;
            case "L0" -> leads.estimate("L0").value();
            case "R0" -> boundary ? (1 - USUAL_BOUNDARY_SHARE) * ohm : ohm;
            case "R1" -> USUAL_BOUNDARY_SHARE * ohm;
            default -> leads.estimate(name.endsWith("_0") ? "CPE1_0" : "CPE1_1").value();
        };
    }

    /** An arc that stores nearly as much as the electrodes is part of their tail, not of the pellet. */
    private static boolean isOfThePellet(FittedCircuit fit) {
        double electrode = electrodeFarads(fit);
        return fit.arcs().stream().mapToDouble(Arc::farads).allMatch(c -> c < ARC_OVER_ELECTRODE * electrode);
    }

    private static double electrodeFarads(FittedCircuit fit) {
        List<Circuit.Parameter> parameters = fit.circuit().parameters();
        String last = parameters.get(parameters.size() - 1).name();
        String element = last.substring(0, last.length() - 2);
        if (!element.startsWith(ElementKind.CONSTANT_PHASE.letters())) {
            throw new IllegalStateException("a blocking circuit ends with its electrodes, not with " + last);
        }
        double q = fit.estimate(element + "_0").value();
        double n = fit.estimate(element + "_1").value();
        double ohm = parameters.stream()
                .map(Circuit.Parameter::name)
                .filter(name -> name.startsWith("R"))
                .mapToDouble(name -> fit.estimate(name).value())
                .sum();
        return Math.pow(Math.pow(ohm, 1 - n) * q, 1 / n);
    }

    private static double plateau(Impedances used) {
        int flattest = 0;
        for (int i = 1; i < used.size(); i++) {
            boolean flatter =
                    Math.abs(used.ohm(i).angle()) < Math.abs(used.ohm(flattest).angle());
            flattest = flatter ? i : flattest;
        }
        return used.realOhm(flattest);
    }
}
