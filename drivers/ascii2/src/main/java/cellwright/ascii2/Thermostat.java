package cellwright.ascii2;

import cellwright.instrument.Quality;
import cellwright.instrument.Regulator.Span;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The part of a chamber that matters here: its temperature, in kelvin towards the house and in tenths of a degree Celsius
 * towards the chamber.
 *
 * @param layout of the chamber
 * @param name of the controlled value, for example {@code CV01}
 * @param lowCelsius lowest temperature that may be set
 * @param highCelsius highest temperature that may be set
 */
record Thermostat(Layout layout, String name, double lowCelsius, double highCelsius) {
    private static final double ZERO_CELSIUS = 273.15;
    /** So far beyond what can be set a sensor tells nonsense: one that is open reads far below. */
    private static final double BELIEVABLE = 50;

    /** The thermostat of a chamber with the house's limits; empty if it regulates no temperature or tells none. */
    static Optional<Thermostat> of(Layout layout, double lowestCelsius, double highestCelsius) {
        return layout.temperature()
                .filter(name -> layout.index(name, Role.NOMINAL) >= 0 && layout.index(name, Role.ACTUAL) >= 0)
                .map(name -> new Thermostat(
                        layout,
                        name,
                        Math.max(lowestCelsius, layout.limitsOf(name).low()),
                        Math.min(highestCelsius, layout.limitsOf(name).high())));
    }

    Span span() {
        return new Span(lowCelsius + ZERO_CELSIUS, highCelsius + ZERO_CELSIUS);
    }

    /** The tenth of a degree that is nearest and inside the span; empty if there is none. */
    Optional<BigDecimal> celsius(double kelvins) {
        if (!span().contains(kelvins)) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(kelvins).subtract(BigDecimal.valueOf(ZERO_CELSIUS));
        for (RoundingMode mode :
                new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal tenths = exact.setScale(1, mode);
            if (tenths.doubleValue() >= lowCelsius && tenths.doubleValue() <= highCelsius) {
                return Optional.of(tenths);
            }
        }
        return Optional.empty();
    }

    BigDecimal nominal(State state) {
        return state.number(layout.index(name, Role.NOMINAL));
    }

    boolean running(State state) {
        return state.bit(layout.startBit());
    }

    Sample temperature(State state) {
        double celsius = state.number(layout.index(name, Role.ACTUAL)).doubleValue();
        Limits limits = layout.limitsOf(name);
        boolean believable = celsius >= limits.low() - BELIEVABLE && celsius <= limits.high() + BELIEVABLE;
        return believable
                ? Sample.good(Signal.TEMPERATURE, celsius + ZERO_CELSIUS)
                : new Sample(Signal.TEMPERATURE, Double.NaN, Quality.BAD);
    }

    Sample setpoint(State state) {
        return Sample.good(ClimateChamber.SETPOINT, nominal(state).doubleValue() + ZERO_CELSIUS);
    }
}
