package cellwright.protocol.compile;

import java.util.function.DoubleFunction;

/** What an amount that scales with the cell measures, and how people write it. */
enum Dimension {
    /** Amperes. */
    CURRENT("current", Quantities::amperes, 1, "mA"),
    /** Watts. */
    POWER("power", Quantities::watts, 1, "mW"),
    /** Coulombs. */
    CHARGE("charge", Quantities::charge, 3600, "mAh"),
    /** Joules. */
    ENERGY("energy", Quantities::energy, 3600, "mWh");

    private final String word;
    private final DoubleFunction<String> absolute;
    private final double perHour;
    private final String milli;

    Dimension(String word, DoubleFunction<String> absolute, double perHour, String milli) {
        this.word = word;
        this.absolute = absolute;
        this.perHour = perHour;
        this.milli = milli;
    }

    String word() {
        return word;
    }

    /** An absolute amount with its unit. */
    String text(double si) {
        return absolute.apply(si);
    }

    /** An amount per kilogram, written per gram. */
    String perMass(double perKilogram) {
        return Quantities.number(perKilogram / perHour) + " " + milli + "/g";
    }

    /** An amount per square metre, written per square centimetre. */
    String perArea(double perSquareMetre) {
        return Quantities.number(perSquareMetre / perHour / 10) + " " + milli + "/cm2";
    }
}
