package cellwright.ascii2;

import cellwright.instrument.Checked;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The settings, understood.
 *
 * @param link address of the link
 * @param address two digits
 * @param serial fingerprint the chamber must have, or {@code any}
 * @param deadline for a question and its whole answer
 * @param lowestCelsius lowest temperature that may be set
 * @param highestCelsius highest temperature that may be set
 * @param starts whether a set-point switches the chamber on
 * @param gradients whether the chamber knows the command for gradients
 */
record Options(
        String link,
        String address,
        String serial,
        Duration deadline,
        double lowestCelsius,
        double highestCelsius,
        boolean starts,
        boolean gradients) {
    private static final double COLDEST = -200;
    private static final double HOTTEST = 400;

    static final List<Setting> DECLARED = List.of(
            Setting.required("link", "address of the chamber's link, for example tcp:192.0.2.7:2049 or a serial port"),
            Setting.required("lowest", "lowest temperature that may be set, degrees Celsius"),
            Setting.required("highest", "highest temperature that may be set, degrees Celsius"),
            Setting.optional("address", "address of the chamber on its line, 1 to 99", "1"),
            Setting.optional("serial", "fingerprint of the chamber's description it must have, or any", "any"),
            Setting.optional(
                    "start",
                    "setpoint to switch the chamber on with a set-point, panel to leave that to people",
                    "setpoint"),
            Setting.optional("gradients", "on if the chamber knows the command for gradients, off if not", "on"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 100 to 10000", "500"));

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        double lowest = Checked.number(settings, "lowest", COLDEST, HOTTEST);
        double highest = Checked.number(settings, "highest", COLDEST, HOTTEST);
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException(
                    "setting \"highest\" must not be below \"lowest\", got " + highest + " and " + lowest);
        }
        double address = Checked.number(settings, "address", 1, 99);
        if (address != Math.rint(address)) {
            throw new IllegalArgumentException("setting \"address\" must be a whole number, got " + address);
        }
        return new Options(
                settings.require("link"),
                "%02d".formatted((int) address),
                settings.require("serial"),
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 100, 10_000))),
                lowest,
                highest,
                Checked.word(settings, "start", "setpoint", "panel").equals("setpoint"),
                Checked.word(settings, "gradients", "on", "off").equals("on"));
    }
}
