package cellwright.mark10;

import cellwright.instrument.Checked;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The settings, understood.
 *
 * @param link address of the link
 * @param serial serial number the gauge must have, or {@code any}
 * @param deadline for a question and its whole answer
 * @param mounting how it sits in the press
 */
record Options(String link, String serial, Duration deadline, Mounting mounting) {
    private static final double SQUARE_MILLIMETRE = 1e-6;

    static final List<Setting> DECLARED = List.of(
            Setting.required("link", "address of the gauge's link, for example serial:/dev/ttyUSB0?baud=115200"),
            Setting.required("capacity", "largest force the gauge can tell, N; beyond it a reading is an overload"),
            Setting.optional("serial", "serial number the gauge must have, or any", "any"),
            Setting.optional("area", "area of the cell under the force, mm2, or none for force alone", Checked.NONE),
            Setting.optional("tare", "force shown under an unloaded cell, N, taken off the pressure alone", "0"),
            Setting.optional(
                    "compression", "sign with which the gauge shows compression, positive or negative", "positive"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 50 to 10000", "500"));

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        double capacity = Checked.number(settings, "capacity", 0.01, 1e7);
        OptionalDouble squareMillimetres = Checked.numberOrNone(settings, "area", 0.01, 1e6);
        double sign =
                Checked.word(settings, "compression", "positive", "negative").equals("positive") ? 1 : -1;
        return new Options(
                settings.require("link"),
                settings.require("serial"),
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 50, 10_000))),
                new Mounting(
                        sign,
                        capacity,
                        squareMillimetres.isPresent()
                                ? OptionalDouble.of(squareMillimetres.getAsDouble() * SQUARE_MILLIMETRE)
                                : OptionalDouble.empty(),
                        Checked.number(settings, "tare", -capacity, capacity)));
    }
}
