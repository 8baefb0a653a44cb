package cellwright.store;

import cellwright.instrument.Spectrum;
import java.util.Locale;
import java.util.Map;

/**
 * A spectrum as three columns, comma-separated: frequency/Hz, Z'/ohm, Z''/ohm, capacitive below 0, in the order measured and in
 * full precision.
 *
 * <p>Whatever else there is to say stands above in lines that begin with {@code #}, the names of the columns as the last of them,
 * so that readers of bare columns find numbers alone. A point that cannot be used is such a line, too, with what is wrong with it.
 */
public final class SpectrumCsv {
    private static final String COLUMNS = "frequency/Hz,Z'/ohm,Z''/ohm";

    private SpectrumCsv() {}

    /**
     * The text of a file.
     *
     * @param heading what is to be known about the spectrum, by name
     * @param spectrum the points
     */
    public static String text(Map<String, String> heading, Spectrum spectrum) {
        StringBuilder text = new StringBuilder();
        heading.forEach((name, value) -> text.append("# ")
                .append(name)
                .append(": ")
                .append(oneLine(value))
                .append('\n'));
        text.append("# ").append(COLUMNS).append('\n');
        spectrum.points().forEach(point -> text.append(line(point)).append('\n'));
        return text.toString();
    }

    private static String line(Spectrum.Point point) {
        String numbers = String.join(
                ",", Decimal.number(point.hertz()), Decimal.number(point.real()), Decimal.number(point.imaginary()));
        boolean whole = Double.isFinite(point.hertz() + point.real() + point.imaginary());
        return whole && point.quality().usable() ? numbers : "# unusable (" + reason(point, whole) + "): " + numbers;
    }

    private static String reason(Spectrum.Point point, boolean whole) {
        return whole ? point.quality().name().toLowerCase(Locale.ROOT) : "not a number";
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n]+", " ");
    }
}
