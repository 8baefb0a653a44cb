package cellwright.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A reference or counter electrode of known potential.
 *
 * @param name as written in files, for example {@code In/InLi}
 * @param voltsVsLithium its potential against Li+/Li
 */
public record Electrode(String name, double voltsVsLithium) {
    /** Lithium metal, the zero of the scale. */
    public static final Electrode LITHIUM = new Electrode("Li+/Li", 0.0);

    /**
     * The In/InLi two-phase plateau; Santhosha et al., Batteries &amp; Supercaps 2019, 2, 524 (0.62 V). A cell may state
     * its own value, since 10 mV move the capacity of a nickel-rich cathode by 1 to 2 mAh/g.
     */
    public static final Electrode INDIUM_LITHIUM = new Electrode("In/InLi", 0.622);

    /** The electrodes known by name. */
    public static final List<Electrode> KNOWN = List.of(LITHIUM, INDIUM_LITHIUM);

    /** The name that stands for cell volts, no electrode at all. */
    public static final String CELL = "cell";

    /** The electrode of this name, if it is known. */
    public static Optional<Electrode> named(String name) {
        return KNOWN.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
