package cellwright.modbus;

import cellwright.instrument.Checked;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The driver's settings, understood.
 *
 * @param link address of the link
 * @param map name of a shipped register map, or a file
 * @param unit the device's address
 * @param rtu whether frames are RTU frames, else those of TCP
 * @param deadline for a question and its whole answer
 * @param serial serial number the device must have; empty for any
 * @param squareMetres area that turns force into stack pressure
 * @param tareNewtons force to subtract before
 * @param division what one count of the device stands for
 */
record Options(
        String link,
        String map,
        int unit,
        boolean rtu,
        Duration deadline,
        Optional<String> serial,
        OptionalDouble squareMetres,
        double tareNewtons,
        Optional<BigDecimal> division) {
    static final List<Setting> DECLARED = List.of(
            Setting.required(
                    "link",
                    "address of the device's link, for example serial:/dev/ttyUSB0?baud=9600 or tcp:192.0.2.7:502"),
            Setting.required(
                    "map", "register map: " + String.join(", ", Maps.SHIPPED) + ", or a file whose name ends in .yaml"),
            Setting.optional("unit", "the device's address, 1 to 247; on TCP 0 to 255", "1"),
            Setting.optional("framing", "rtu, tcp, or auto: tcp if the link's address begins with tcp:", "auto"),
            Setting.optional("deadline", "milliseconds for a question and its whole answer, 10 to 10000", "500"),
            Setting.optional("serial", "serial number the device must have, or any", "any"),
            Setting.optional("area", "mm2 of the cell: the force divided by it is told as pressure; or none", "none"),
            Setting.optional(
                    "tare", "N that the load cell shows without stack pressure, taken off before dividing", "0"),
            Setting.optional(
                    "division",
                    "what one count stands for, in the unit of the map's fields; or map for its own",
                    "map"));

    private static final double SQUARE_METRES = 1e-6;
    private static final double LARGEST_AREA = 1e6;
    private static final double LARGEST_TARE = 1e7;
    private static final int LAST_UNIT = 247;
    private static final int LAST_UNIT_TCP = 255;

    /**
     * Understands settings that are complete.
     *
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    static Options of(Settings settings) {
        String link = settings.require("link");
        boolean rtu = rtu(settings.require("framing"), link);
        OptionalDouble area = area(settings);
        double tare = Checked.number(settings, "tare", -LARGEST_TARE, LARGEST_TARE);
        if (tare != 0 && area.isEmpty()) {
            throw new IllegalArgumentException("setting \"tare\" is used for the pressure only; give \"area\" as well");
        }
        return new Options(
                link,
                settings.require("map"),
                unit(settings, rtu),
                rtu,
                Duration.ofMillis(Math.round(Checked.number(settings, "deadline", 10, 10_000))),
                settings.text("serial").filter(serial -> !serial.equals("any")),
                area,
                tare,
                division(settings));
    }

    private static boolean rtu(String framing, String link) {
        return switch (framing) {
            case "rtu" -> true;
            case "tcp" -> false;
            case "auto" -> !link.startsWith("tcp:");
            default ->
                throw new IllegalArgumentException(
                        "setting \"framing\" must be rtu, tcp or auto, got \"" + framing + '"');
        };
    }

    private static int unit(Settings settings, boolean rtu) {
        double unit = settings.number("unit");
        boolean good =
                unit == Math.rint(unit) && (rtu ? unit >= 1 && unit <= LAST_UNIT : unit >= 0 && unit <= LAST_UNIT_TCP);
        if (!good) {
            throw new IllegalArgumentException("setting \"unit\" must be a whole number from "
                    + (rtu ? "1 to 247" : "0 to 255") + ", got " + settings.require("unit"));
        }
        return (int) unit;
    }

    private static OptionalDouble area(Settings settings) {
        if (settings.require("area").equals("none")) {
            return OptionalDouble.empty();
        }
        double area = settings.number("area");
        if (!(area > 0) || area > LARGEST_AREA) {
            throw new IllegalArgumentException("setting \"area\" must be above 0 and at most 1000000 mm2, got " + area);
        }
        return OptionalDouble.of(area * SQUARE_METRES);
    }

    private static Optional<BigDecimal> division(Settings settings) {
        String text = settings.require("division");
        if (text.equals("map")) {
            return Optional.empty();
        }
        double division = settings.number("division");
        if (division == 0) {
            throw new IllegalArgumentException("setting \"division\" must not be 0");
        }
        return Optional.of(BigDecimal.valueOf(division));
    }
}
