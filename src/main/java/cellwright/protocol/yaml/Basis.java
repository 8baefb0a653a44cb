package cellwright.protocol.yaml;

import cellwright.protocol.Amount;

/** What a quantity is related to. */
enum Basis {
    /** The whole cell. */
    TOTAL(""),
    /** Its electrode area, m2. */
    AREA(" per area"),
    /** Its active mass, kg. */
    MASS(" per mass");

    private final String phrase;

    Basis(String phrase) {
        this.phrase = phrase;
    }

    /** In words, to be put behind a dimension's phrase. */
    String phrase() {
        return phrase;
    }

    /** An amount on this basis. */
    Amount amount(double si) {
        return switch (this) {
            case TOTAL -> new Amount.Si(si);
            case AREA -> new Amount.PerArea(si);
            case MASS -> new Amount.PerMass(si);
        };
    }
}
