package cellwright.palmsens;

import cellwright.instrument.Checked;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The driver's settings, understood.
 *
 * @param link address of the link
 * @param serial serial number the instrument must have, or any
 * @param deadline for a question and its whole answer
 * @param intervalSeconds time between two readings
 * @param mainsHertz frequency of the mains
 * @param readback whether what is regulated is measured too
 * @param imaginarySign factor from Z'' as told to Z'' that is negative for a capacitance
 * @param stopBusy whether a script found running is stopped
 */
record Options(
        String link,
        String serial,
        Duration deadline,
        double intervalSeconds,
        int mainsHertz,
        boolean readback,
        double imaginarySign,
        boolean stopBusy) {
    static final List<Setting> DECLARED = List.of(
            Setting.required("link", "address of the instrument's link, for example serial:/dev/ttyACM0?baud=921600"),
            Setting.optional("serial", "serial number the instrument must have, or any", "any"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 100 to 10000", "1000"),
            Setting.optional("interval", "seconds between two readings, 0.01 to 2: so long a stop may wait", "0.1"),
            Setting.optional("mains", "frequency of the mains to average over, 50 or 60 Hz", "50"),
            Setting.optional(
                    "readback", "on to measure what is regulated too, off for firmware without add_meas", "on"),
            Setting.optional("capacitive", "sign of Z'' of a capacitance as told, negative or positive", "negative"),
            Setting.optional("busy", "stop a script found running at connection, or refuse to connect", "stop"));

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        return new Options(
                settings.require("link"),
                settings.require("serial"),
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 100, 10_000))),
                Checked.number(settings, "interval", 0.01, 2),
                Checked.first(settings, "mains", "60", "50") ? 60 : 50,
                Checked.first(settings, "readback", "on", "off"),
                Checked.first(settings, "capacitive", "positive", "negative") ? -1 : 1,
                Checked.first(settings, "busy", "stop", "refuse"));
    }
}
