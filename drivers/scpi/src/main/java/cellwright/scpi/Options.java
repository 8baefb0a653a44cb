package cellwright.scpi;

import cellwright.instrument.Checked;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.scpi.dialect.Classic;
import cellwright.scpi.dialect.Dialect;
import cellwright.scpi.dialect.Newer;
import cellwright.scpi.dialect.Wiring;
import java.time.Duration;
import java.util.List;

/**
 * The driver's settings, understood.
 *
 * @param link address of the link
 * @param dialect the language to speak
 * @param serial serial number the instrument must have, or any
 * @param lineEnd what a line sent ends in
 * @param deadline for a question and its whole answer
 * @param wiring how the cell is connected
 * @param byLimit whether a constant current is made by the limit of a voltage source
 * @param autoRange whether the instrument chooses the range on which a current is measured
 * @param voltmeter whether the cell at rest is watched with a source of 0 A
 * @param stopBusy whether an output found on is switched off
 */
record Options(
        String link,
        Dialect dialect,
        String serial,
        String lineEnd,
        Duration deadline,
        Wiring wiring,
        boolean byLimit,
        boolean autoRange,
        boolean voltmeter,
        boolean stopBusy) {
    static final List<Setting> DECLARED = List.of(
            Setting.required("link", "address of the instrument's link, for example tcp:192.0.2.7:5025"),
            Setting.required("dialect", "2450 for 2450 and 2460 with command set SCPI, 2400 for the 2400 family"),
            Setting.optional("serial", "serial number the instrument must have, or any", "any"),
            Setting.optional(
                    "terminator", "what lines end in: lf, cr or crlf; family for lf on 2450, cr on 2400", "family"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 100 to 10000", "500"),
            Setting.optional("wires", "4 to sense the voltage at the cell, 2 to sense it at the terminals", "4"),
            Setting.optional("terminals", "front or rear", "front"),
            Setting.optional("nplc", "mains cycles a measurement is integrated over, 0.01 to 10", "1"),
            Setting.optional(
                    "regulate",
                    "limit to make a constant current by the current limit of a voltage source, source by a current source",
                    "limit"),
            Setting.optional("range", "auto for the current range to follow the current, fixed to keep it", "auto"),
            Setting.optional(
                    "rest",
                    "voltmeter to watch the open cell with a source of 0 A, off to keep the relay open",
                    "voltmeter"),
            Setting.optional("busy", "stop an output found on at connection, or refuse to connect", "stop"));

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        Dialect dialect = Checked.first(settings, "dialect", "2450", "2400") ? new Newer() : new Classic();
        return new Options(
                settings.require("link"),
                dialect,
                settings.require("serial"),
                lineEnd(settings, dialect),
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 100, 10_000))),
                new Wiring(
                        Checked.first(settings, "wires", "4", "2"),
                        Checked.first(settings, "terminals", "rear", "front"),
                        Checked.number(settings, "nplc", 0.01, 10)),
                Checked.first(settings, "regulate", "limit", "source"),
                Checked.first(settings, "range", "auto", "fixed"),
                Checked.first(settings, "rest", "voltmeter", "off"),
                Checked.first(settings, "busy", "stop", "refuse"));
    }

    private static String lineEnd(Settings settings, Dialect dialect) {
        String word = settings.require("terminator");
        return switch (word) {
            case "family" -> dialect.lineEnd();
            case "lf" -> "\n";
            case "cr" -> "\r";
            case "crlf" -> "\r\n";
            default ->
                throw new IllegalArgumentException(
                        "setting \"terminator\" must be lf, cr, crlf or family, got \"" + word + '"');
        };
    }
}
