package cellwright.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis is marked, and with what words. */
final class Ticks {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double FEW_DECADES = 1.75;
    private static final double LITTLE_OF_ONE = 0.7;
    private static final int[] ALL_DIGITS = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final double SLACK = 1e-9;

    private Ticks() {}

    /**
     * A mark.
     *
     * @param value where
     * @param label in words; empty for a line without words
     */
    record Tick(double value, String label) {}

    /** Distances between marks that people count in: 1, 2 or 5 of some power of ten. */
    static double step(double span, int most) {
        double rough = span / Math.max(most, 1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= rough * (1 - SLACK)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    /** The next marks outside of a range, as {low, high}. */
    static double[] around(double low, double high, int most) {
        double step = step(high - low, most);
        return new double[] {Math.floor(low / step + SLACK) * step, Math.ceil(high / step - SLACK) * step};
    }

    /** Marks of a linear axis, at most so many steps. */
    static List<Tick> linear(double low, double high, int most) {
        double step = step(high - low, most);
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - SLACK));
        List<Tick> ticks = new ArrayList<>();
        long last = (long) Math.floor(high / step + SLACK * 1e3);
        for (long i = (long) Math.ceil(low / step - SLACK * 1e3); i <= last; i++) {
            ticks.add(new Tick(i * step, String.format(Locale.ROOT, "%." + decimals + "f", i * step + 0.0)));
        }
        return ticks;
    }

    /** Marks of a logarithmic axis: powers of ten, 2 and 5 of them if there are few, every digit if there is hardly one, at most so many with words. */
    static List<Tick> log(double low, double high, int most) {
        int first = (int) Math.floor(Math.log10(low) + SLACK);
        int last = (int) Math.ceil(Math.log10(high) - SLACK);
        int every = (int) Math.max(1, Math.ceil((last - first) / (double) Math.max(most, 1)));
        int[] digits = digits(Math.log10(high / low));
        List<Tick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int digit : digits) {
                double value = digit * Math.pow(10, decade);
                if (value >= low * (1 - SLACK) && value <= high * (1 + SLACK)) {
                    ticks.add(new Tick(value, Math.floorMod(decade, every) == 0 ? words(digit, decade) : ""));
                }
            }
        }
        return ticks;
    }

    private static int[] digits(double decades) {
        if (decades < LITTLE_OF_ONE) {
            return ALL_DIGITS;
        }
        return decades < FEW_DECADES ? new int[] {1, 2, 5} : new int[] {1};
    }

    private static String words(int digit, int decade) {
        if (decade >= -2 && decade <= 3) {
            return String.format(Locale.ROOT, "%." + Math.max(0, -decade) + "f", digit * Math.pow(10, decade));
        }
        return (digit == 1 ? "" : digit + "·") + "10" + superscript(decade);
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
