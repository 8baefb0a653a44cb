package cellwright.protocol.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit as it may be written: SI value = number x factor + offset, in exact decimals.
 *
 * @param dimension what it measures
 * @param basis what that is related to
 * @param symbol as written by this program
 * @param factor SI value of one
 * @param offset SI value of zero
 */
record WrittenUnit(Dimension dimension, Basis basis, String symbol, BigDecimal factor, BigDecimal offset) {
    private static final List<WrittenUnit> ALL = all();

    /** Every unit of a dimension and basis; the SI unit among them. */
    static List<WrittenUnit> of(Dimension dimension, Basis basis) {
        return ALL.stream()
                .filter(unit -> unit.dimension == dimension && unit.basis == basis)
                .toList();
    }

    /** The unit of this symbol in a dimension. */
    static Optional<WrittenUnit> find(Dimension dimension, String symbol) {
        String plain = plain(symbol);
        return ALL.stream()
                .filter(unit -> unit.dimension == dimension && unit.symbol.equals(plain))
                .findFirst();
    }

    /** A unit of this symbol in any dimension. */
    static Optional<WrittenUnit> anywhere(String symbol) {
        String plain = plain(symbol);
        return ALL.stream().filter(unit -> unit.symbol.equals(plain)).findFirst();
    }

    /** The symbols of a dimension, for messages. */
    static String symbols(Dimension dimension, boolean alsoSpecific) {
        return String.join(
                ", ",
                ALL.stream()
                        .filter(unit -> unit.dimension == dimension && (alsoSpecific || unit.basis == Basis.TOTAL))
                        .map(WrittenUnit::symbol)
                        .toList());
    }

    /** How unusual it is among people, in letters of a longer text they would rather write. */
    int unusual() {
        boolean base = symbol.startsWith("C") || symbol.startsWith("J") || symbol.equals("bar") || symbol.equals("mK");
        boolean per = symbol.endsWith("/m2") || symbol.endsWith("/kg");
        return (base ? 6 : 0) + (per ? 6 : 0);
    }

    /** One spelling for what is written in several ways: both micro signs and u, superscript two, degC. */
    private static String plain(String symbol) {
        String plain = symbol.replace('\u03BC', '\u00B5').replace('\u00B2', '2').replace("degC", "°C");
        return plain.length() > 1 && plain.charAt(0) == 'u' ? "\u00B5" + plain.substring(1) : plain;
    }

    private static List<WrittenUnit> all() {
        var units = new ArrayList<WrittenUnit>();
        add(units, Dimension.VOLTAGE, "V 1 mV 1e-3 µV 1e-6");
        specific(units, Dimension.CURRENT, "A 1 mA 1e-3 µA 1e-6 nA 1e-9");
        specific(units, Dimension.POWER, "W 1 mW 1e-3 µW 1e-6");
        specific(units, Dimension.CHARGE, "Ah 3600 mAh 3.6 µAh 3.6e-3 C 1");
        specific(units, Dimension.ENERGY, "Wh 3600 mWh 3.6 µWh 3.6e-3 J 1");
        add(units, Dimension.TIME, "s 1 ms 1e-3 min 60 h 3600 d 86400");
        add(units, Dimension.TEMPERATURE, "K 1");
        units.add(new WrittenUnit(Dimension.TEMPERATURE, Basis.TOTAL, "°C", BigDecimal.ONE, new BigDecimal("273.15")));
        add(units, Dimension.DIFFERENCE, "K 1 mK 1e-3 °C 1");
        add(units, Dimension.PRESSURE, "Pa 1 kPa 1e3 MPa 1e6 bar 1e5");
        add(units, Dimension.FORCE, "N 1 kN 1e3");
        add(units, Dimension.FREQUENCY, "Hz 1 kHz 1e3 MHz 1e6 mHz 1e-3");
        add(units, Dimension.RATIO, "% 1e-2");
        add(units, Dimension.MASS, "kg 1 g 1e-3 mg 1e-6 µg 1e-9");
        add(units, Dimension.AREA, "m2 1 cm2 1e-4 mm2 1e-6");
        return List.copyOf(units);
    }

    private static void add(List<WrittenUnit> units, Dimension dimension, String table) {
        related(units, dimension, Basis.TOTAL, table, "", "1");
    }

    private static void specific(List<WrittenUnit> units, Dimension dimension, String table) {
        add(units, dimension, table);
        related(units, dimension, Basis.AREA, table, "/cm2", "1e4");
        related(units, dimension, Basis.AREA, table, "/m2", "1");
        related(units, dimension, Basis.MASS, table, "/g", "1e3");
        related(units, dimension, Basis.MASS, table, "/kg", "1");
    }

    private static void related(
            List<WrittenUnit> units, Dimension dimension, Basis basis, String table, String per, String perFactor) {
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            BigDecimal factor = new BigDecimal(words[i + 1]).multiply(new BigDecimal(perFactor));
            units.add(new WrittenUnit(dimension, basis, words[i] + per, factor, BigDecimal.ZERO));
        }
    }
}
