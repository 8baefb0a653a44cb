package cellwright.protocol.yaml;

/** What kind of quantity a place in a file asks for. */
enum Dimension {
    /** Electric potential, V. */
    VOLTAGE("a voltage", "4.3 V"),
    /** Electric current, A. */
    CURRENT("a current", "1.2 mA", "0.5 mA/cm2", "36 mA/g"),
    /** Power, W. */
    POWER("a power", "5 mW", "2 mW/cm2", "100 W/kg"),
    /** Charge, C. */
    CHARGE("a charge", "1.5 mAh", "1.2 mAh/cm2", "180 mAh/g"),
    /** Energy, J. */
    ENERGY("an energy", "3 mWh", "4 mWh/cm2", "700 Wh/kg"),
    /** Time, s; only as the denominator of a rate, since times have a grammar of their own. */
    TIME("a time", "30 min"),
    /** Thermodynamic temperature, K. */
    TEMPERATURE("a temperature", "25 °C"),
    /** Difference of temperatures, K. */
    DIFFERENCE("a temperature difference", "0.2 K"),
    /** Pressure, Pa. */
    PRESSURE("a pressure", "250 MPa"),
    /** Force, N. */
    FORCE("a force", "19.6 kN"),
    /** Frequency, Hz. */
    FREQUENCY("a frequency", "1 MHz"),
    /** A pure number, 1 = all of it. */
    RATIO("a percentage", "80 %"),
    /** Mass, kg. */
    MASS("a mass", "4.9 mg"),
    /** Area, m2. */
    AREA("an area", "0.785 cm2");

    private final String phrase;
    private final String[] examples;

    Dimension(String phrase, String... examples) {
        this.phrase = phrase;
        this.examples = examples;
    }

    /** In words, with article. */
    String phrase() {
        return phrase;
    }

    /** In words with an example; with all ways to relate it to the cell if those are allowed. */
    String expectation(boolean alsoSpecific) {
        if (!alsoSpecific || examples.length == 1) {
            return phrase + " such as " + examples[0];
        }
        return phrase + " such as " + String.join(", ", examples);
    }
}
