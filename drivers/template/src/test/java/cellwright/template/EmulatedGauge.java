package cellwright.template;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.testkit.Device;
import java.util.Locale;

/** An LC-1 as its README describes it, byte for byte. */
final class EmulatedGauge implements Device {
    private final String serial;

    EmulatedGauge(String serial) {
        this.serial = serial;
    }

    @Override
    public byte[] answer(byte[] written) {
        return switch (new String(written, US_ASCII)) {
            case "ID?\r\n" -> frame(identification(serial));
            case "READ?\r\n" -> frame(measurement(12.345, 23.4, "OK"));
            default -> frame("ERR 3 unknown command");
        };
    }

    static String identification(String serial) {
        return "LC-1 SN " + serial + " V1.3 OK";
    }

    static String measurement(double kilonewtons, double celsius, String status) {
        return String.format(Locale.ROOT, "%+08.3f kN %+07.1f C %s", kilonewtons, celsius, status);
    }

    static String line(String body) {
        return body + '*' + Reply.checksum(body) + "\r\n";
    }

    static byte[] frame(String body) {
        return line(body).getBytes(US_ASCII);
    }
}
