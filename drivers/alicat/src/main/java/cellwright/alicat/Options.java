package cellwright.alicat;

import cellwright.instrument.Checked;
import cellwright.instrument.Regulator.Span;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The settings, understood.
 *
 * @param link address of the link
 * @param unit the unit's letter
 * @param serial serial number the instrument must have, or {@code any}
 * @param deadline for a question and its whole answer
 * @param span stack pressures the house allows to set, Pa
 * @param ratio area of the piston divided by the area of the cell, if there is a piston
 */
record Options(String link, String unit, String serial, Duration deadline, Span span, OptionalDouble ratio) {
    private static final double MEGAPASCAL = 1e6;
    private static final double MOST = 1e4;

    static final List<Setting> DECLARED = List.of(
            Setting.required("link", "address of the controller's link, for example serial:/dev/ttyUSB0?baud=19200"),
            Setting.required("highest", "highest stack pressure that may be set, MPa"),
            Setting.optional("lowest", "lowest stack pressure that may be set, MPa", "0"),
            Setting.optional(
                    "ratio",
                    "area of the piston divided by the area of the cell, or none without a piston",
                    Checked.NONE),
            Setting.optional("unit", "letter of the unit on the line, A to Z", "A"),
            Setting.optional("serial", "serial number the controller must have, or any", "any"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 50 to 10000", "500"));

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        double lowest = Checked.number(settings, "lowest", -MOST, MOST);
        double highest = Checked.number(settings, "highest", -MOST, MOST);
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "setting \"highest\" must be above \"lowest\", got " + highest + " and " + lowest);
        }
        String unit = settings.require("unit");
        if (!unit.matches("[A-Z]")) {
            throw new IllegalArgumentException("setting \"unit\" must be a letter from A to Z, got \"" + unit + '"');
        }
        return new Options(
                settings.require("link"),
                unit,
                settings.require("serial"),
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 50, 10_000))),
                new Span(lowest * MEGAPASCAL, highest * MEGAPASCAL),
                Checked.numberOrNone(settings, "ratio", 1e-3, 1e4));
    }
}
