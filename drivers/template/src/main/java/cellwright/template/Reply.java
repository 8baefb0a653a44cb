package cellwright.template;

import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of the instrument means. */
public sealed interface Reply {
    /** The form of a measurement; a field of dashes is a sensor that is not there. */
    Pattern MEASURED = Pattern.compile("([+-]\\d{3}\\.\\d{3}|-{8}) kN ([+-]\\d{4}\\.\\d|-{7}) C (OK|OVL|MOV)");

    /** The form of an introduction. */
    Pattern IDENTIFIED = Pattern.compile("LC-1 SN (\\d{1,8}) V(\\d+\\.\\d+) OK");

    /** The form of a refusal. */
    Pattern REFUSED = Pattern.compile("ERR (\\d) ([ -)+-~]*)");

    /**
     * Who the instrument is.
     *
     * @param serial serial number, digits
     * @param firmware version, for example 1.3
     */
    record Identified(String serial, String firmware) implements Reply {}

    /**
     * What it measures.
     *
     * @param force in newton
     * @param temperature in kelvin
     */
    record Measured(Sample force, Sample temperature) implements Reply {}

    /**
     * It understood and refuses.
     *
     * @param code its error number
     * @param text its words
     */
    record Refused(int code, String text) implements Reply {}

    /**
     * No reply of this instrument, or a damaged one.
     *
     * @param line as received
     * @param why what is wrong with it
     */
    record Unreadable(String line, String why) implements Reply {}

    /** Understands a line; every line has a meaning, if only that it has none. */
    static Reply of(String line) {
        int star = line.length() - 3;
        if (star < 0 || line.charAt(star) != '*') {
            return new Unreadable(line, "no checksum");
        }
        String body = line.substring(0, star);
        if (!line.substring(star + 1).equals(checksum(body))) {
            return new Unreadable(line, "the checksum should be " + checksum(body));
        }
        Matcher measured = MEASURED.matcher(body);
        if (measured.matches()) {
            return measured(measured.group(1), measured.group(2), measured.group(3));
        }
        Matcher identified = IDENTIFIED.matcher(body);
        if (identified.matches()) {
            return new Identified(identified.group(1), identified.group(2));
        }
        Matcher refused = REFUSED.matcher(body);
        return refused.matches()
                ? new Refused(Integer.parseInt(refused.group(1)), refused.group(2))
                : new Unreadable(line, "unknown form");
    }

    /** Two hexadecimal digits: all characters joined by exclusive or. */
    static String checksum(String body) {
        return "%02X".formatted(body.chars().reduce(0, (left, right) -> left ^ right));
    }

    private static Measured measured(String kilonewtons, String celsius, String status) {
        Sample force =
                switch (status) {
                    case "OVL" -> new Sample(Signal.FORCE, Double.NaN, Quality.OVERLOAD);
                    case "MOV" -> sample(Signal.FORCE, kilonewtons, 1000, 0, Quality.UNCERTAIN);
                    default -> sample(Signal.FORCE, kilonewtons, 1000, 0, Quality.GOOD);
                };
        return new Measured(force, sample(Signal.TEMPERATURE, celsius, 1, 273.15, Quality.GOOD));
    }

    private static Sample sample(Signal signal, String field, double factor, double offset, Quality quality) {
        return field.startsWith("--")
                ? new Sample(signal, Double.NaN, Quality.MISSING)
                : new Sample(signal, Double.parseDouble(field) * factor + offset, quality);
    }
}
