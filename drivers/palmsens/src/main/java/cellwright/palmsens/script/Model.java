package cellwright.palmsens.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of instruments and what each can do at all; from the maker's data as the README tells. */
public enum Model {
    /** EmStat4 LR, single or in a MultiEmStat4. */
    EMSTAT4_LR("EmStat4 LR", List.of("es4_lr", "mes4lr"), new Span(-3, 3, 0.03), true, new Ac(0.9, 200_000)),
    /** EmStat4 HR, single or in a MultiEmStat4. */
    EMSTAT4_HR("EmStat4 HR", List.of("es4_hr", "mes4hr"), new Span(-6, 6, 0.2), true, new Ac(0.9, 200_000)),
    /** Nexus. */
    NEXUS("Nexus", List.of("nexus1"), new Span(-10, 10, 1), true, new Ac(0.3, 1_000_000)),
    /** EmStat Pico and Sensit Wearable: potentiostats of 5 mA, no galvanostat. */
    EMSTAT_PICO("EmStat Pico", List.of("espico", "senswb"), new Span(-1.25, 2, 0.005), false, new Ac(0.25, 200_000));

    private final String words;
    private final List<String> codes;
    private final Span span;
    private final boolean galvanostat;
    private final Ac ac;

    Model(String words, List<String> codes, Span span, boolean galvanostat, Ac ac) {
        this.words = words;
        this.codes = codes;
        this.span = span;
        this.galvanostat = galvanostat;
        this.ac = ac;
    }

    /**
     * Volts and amperes.
     *
     * @param voltsMin lowest potential it can apply
     * @param voltsMax highest
     * @param ampsMax largest current magnitude
     */
    public record Span(double voltsMin, double voltsMax, double ampsMax) {}

    /**
     * What it can excite in a spectrum.
     *
     * @param voltsRms largest alternating potential
     * @param hertzMax highest frequency of a potentiostatic spectrum
     */
    public record Ac(double voltsRms, double hertzMax) {}

    private static final double GALVANOSTATIC_HERTZ_MAX = 200_000;

    /** The model with a firmware code, if this driver knows it. */
    public static Optional<Model> of(String code) {
        return Arrays.stream(values())
                .filter(model -> model.codes.contains(code))
                .findFirst();
    }

    /** Its name. */
    public String words() {
        return words;
    }

    /** Potentials and currents. */
    public Span span() {
        return span;
    }

    /** Whether it can regulate a current. */
    public boolean galvanostat() {
        return galvanostat;
    }

    /** Largest alternating potential, V rms. */
    public double acVoltsRms() {
        return ac.voltsRms();
    }

    /** Highest frequency of a spectrum, Hz. */
    public double hertzMax(boolean galvanostatic) {
        return galvanostatic ? Math.min(ac.hertzMax(), GALVANOSTATIC_HERTZ_MAX) : ac.hertzMax();
    }

    /** The potentiostat mode for holding a potential: low speed where only that spans the whole window. */
    int holdMode() {
        return this == EMSTAT_PICO ? 2 : 3;
    }
}
