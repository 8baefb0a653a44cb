package cellwright.modbus.map;

import cellwright.instrument.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * A unit as devices show it, and its way to SI: SI = value · factor + zero.
 *
 * @param symbol as written
 * @param si the SI unit it leads to
 * @param factor above 0
 * @param zero where its zero lies, in the SI unit
 */
public record MapUnit(String symbol, Unit si, BigDecimal factor, BigDecimal zero) {
    /** A pure number. */
    static final MapUnit ONE = new MapUnit("1", Unit.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    private static final String CELSIUS_ZERO = "273.15";

    /** The units a map may use, by symbol. */
    static final Map<String, MapUnit> KNOWN = Map.ofEntries(
            of("N", Unit.NEWTON, "1"),
            of("kN", Unit.NEWTON, "1000"),
            of("kg", Unit.NEWTON, "9.80665"),
            of("t", Unit.NEWTON, "9806.65"),
            of("lb", Unit.NEWTON, "4.4482216152605"),
            of("Pa", Unit.PASCAL, "1"),
            of("kPa", Unit.PASCAL, "1000"),
            of("MPa", Unit.PASCAL, "1000000"),
            of("bar", Unit.PASCAL, "100000"),
            of("K", Unit.KELVIN, "1"),
            Map.entry("°C", new MapUnit("°C", Unit.KELVIN, BigDecimal.ONE, new BigDecimal(CELSIUS_ZERO))),
            of("V", Unit.VOLT, "1"),
            of("mV", Unit.VOLT, "0.001"),
            of("A", Unit.AMPERE, "1"),
            of("mA", Unit.AMPERE, "0.001"),
            of("W", Unit.WATT, "1"),
            of("Hz", Unit.HERTZ, "1"),
            of("s", Unit.SECOND, "1"),
            of("m", Unit.METRE, "1"),
            of("mm", Unit.METRE, "0.001"),
            of("%", Unit.ONE, "0.01"),
            Map.entry(ONE.symbol(), ONE));

    /** The times a rate may be per, by symbol, in seconds. */
    static final Map<String, BigDecimal> TIMES =
            Map.of("s", BigDecimal.ONE, "min", BigDecimal.valueOf(60), "h", BigDecimal.valueOf(3600));

    private static Map.Entry<String, MapUnit> of(String symbol, Unit si, String factor) {
        return Map.entry(symbol, new MapUnit(symbol, si, new BigDecimal(factor), BigDecimal.ZERO));
    }

    /** In SI. */
    BigDecimal toSi(BigDecimal value) {
        return value.multiply(factor).add(zero);
    }

    /** From SI. */
    BigDecimal fromSi(BigDecimal si) {
        return si.subtract(zero).divide(factor, MathContext.DECIMAL64);
    }

    /** A difference, per a time, as a rate in SI per second: °C/min is K/min. */
    MapUnit per(BigDecimal seconds, String rate) {
        return new MapUnit(rate, si, factor.divide(seconds, MathContext.DECIMAL128), BigDecimal.ZERO);
    }
}
