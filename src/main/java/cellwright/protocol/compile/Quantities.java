package cellwright.protocol.compile;

import cellwright.protocol.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with units as people read them; the same everywhere, whatever the machine's language. */
public final class Quantities {
    private static final double CELSIUS = 273.15;
    private static final long[] UNIT_NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };
    private static final String[] UNIT_NAMES = {"d", "h", "min", "s", "ms", "µs", "ns"};
    private static final int DAYS_FROM = 4;

    private Quantities() {}

    /** A number with four significant digits and no trailing zeros. */
    public static String number(double value) {
        return number(value, 4);
    }

    /** Current in A, mA, µA or nA. */
    public static String amperes(double amps) {
        return prefixed(amps, "A");
    }

    /** Power in W, mW, µW or nW. */
    public static String watts(double watts) {
        return prefixed(watts, "W");
    }

    /** Charge given in C, written in Ah, mAh, µAh or nAh. */
    public static String charge(double coulombs) {
        return prefixed(coulombs / 3600, "Ah");
    }

    /** Energy given in J, written in Wh, mWh, µWh or nWh. */
    public static String energy(double joules) {
        return prefixed(joules / 3600, "Wh");
    }

    /** A potential in V, to a tenth of a millivolt. */
    public static String volts(double volts) {
        return number(volts, 5) + " V";
    }

    /** A pressure given in Pa, written in MPa. */
    public static String pressure(double pascal) {
        return number(pascal / 1e6) + " MPa";
    }

    /** A temperature given in K, written in degrees Celsius. */
    public static String temperature(double kelvin) {
        double celsius = kelvin - CELSIUS;
        return number(Math.abs(celsius) < 1e6 ? Math.rint(celsius * 1e4) / 1e4 : celsius) + " °C";
    }

    /** A force in N or kN. */
    public static String force(double newton) {
        return Math.abs(newton) >= 1000 ? number(newton / 1000) + " kN" : number(newton) + " N";
    }

    /** A frequency in MHz, kHz, Hz or mHz. */
    public static String hertz(double hertz) {
        double size = Math.abs(hertz);
        if (size >= 1e6) {
            return number(hertz / 1e6) + " MHz";
        }
        return size >= 1e3
                ? number(hertz / 1e3) + " kHz"
                : size >= 1 ? number(hertz) + " Hz" : number(hertz * 1e3) + " mHz";
    }

    /** A value of a measured quantity in its usual unit. */
    public static String of(Subject subject, double si) {
        return switch (subject) {
            case VOLTAGE -> volts(si);
            case CURRENT -> amperes(si);
            case TEMPERATURE -> temperature(si);
            case PRESSURE -> pressure(si);
            case FORCE -> force(si);
        };
    }

    /** A difference of a measured quantity in its usual unit. */
    public static String difference(Subject subject, double si) {
        return switch (subject) {
            case VOLTAGE -> prefixed(si, "V");
            case CURRENT -> amperes(si);
            case TEMPERATURE -> number(si) + " K";
            case PRESSURE -> pressure(si);
            case FORCE -> force(si);
        };
    }

    /** A window of a measured quantity; an infinite end is left out. */
    public static String range(Subject subject, double low, double high) {
        if (Double.isInfinite(low)) {
            return Double.isInfinite(high) ? "unlimited" : "up to " + of(subject, high);
        }
        return Double.isInfinite(high) ? "from " + of(subject, low) : of(subject, low) + " .. " + of(subject, high);
    }

    /** A time in the largest unit that gives a whole number; days from four of them. */
    public static String time(long nanos) {
        if (nanos == 0) {
            return "0 s";
        }
        for (int unit = 0; unit < UNIT_NANOS.length; unit++) {
            long whole = nanos / UNIT_NANOS[unit];
            boolean tooFewDays = unit == 0 && Math.abs(whole) < DAYS_FROM;
            if (whole != 0 && !tooFewDays) {
                return exactOrRounded(nanos, unit);
            }
        }
        return nanos + " ns";
    }

    private static String exactOrRounded(long nanos, int from) {
        for (int unit = from; unit < UNIT_NANOS.length; unit++) {
            long whole = nanos / UNIT_NANOS[unit];
            if (nanos % UNIT_NANOS[unit] == 0 && Math.abs(whole) < 10_000) {
                return whole + " " + UNIT_NAMES[unit];
            }
        }
        return number((double) nanos / UNIT_NANOS[from]) + " " + UNIT_NAMES[from];
    }

    private static String prefixed(double value, String unit) {
        double size = Math.abs(value);
        if (size == 0 || size >= 0.1 || Double.isNaN(size)) {
            return number(value) + " " + unit;
        }
        if (size >= 1e-4) {
            return number(value * 1e3) + " m" + unit;
        }
        return size >= 1e-7 ? number(value * 1e6) + " µ" + unit : number(value * 1e9) + " n" + unit;
    }

    private static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "no number" : value > 0 ? "infinite" : "-infinite";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal bare = rounded.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        boolean plain = bare.signum() == 0 || (exponent >= -6 && exponent <= 7);
        return plain ? bare.toPlainString() : bare.toString();
    }
}
