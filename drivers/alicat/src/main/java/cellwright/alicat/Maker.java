package cellwright.alicat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who the instrument says it is.
 *
 * @param model for example {@code PCD-100PSIG-D}
 * @param serial serial number
 * @param firmware for example {@code 10v20.0-R24}
 */
record Maker(String model, String serial, String firmware) {
    private static final Pattern VERSION = Pattern.compile("(\\d+)v(\\d+).*");
    private static final int MAJOR = 10;
    private static final int MINOR = 5;

    /** Nothing is known yet. */
    static final Maker UNKNOWN = new Maker("", "", "");

    /** With what one more row says. */
    Maker with(int row, String text) {
        return switch (row) {
            case 4 ->
                after(text, "Model Number")
                        .map(found -> new Maker(found, serial, firmware))
                        .orElse(this);
            case 5 ->
                after(text, "Serial Number")
                        .map(found -> new Maker(model, found, firmware))
                        .orElse(this);
            case 9 ->
                after(text, "Software Revision")
                        .map(found -> new Maker(model, serial, found))
                        .orElse(this);
            default -> this;
        };
    }

    private static Optional<String> after(String text, String label) {
        return text.startsWith(label)
                ? Optional.of(text.substring(label.length()).strip()).filter(found -> !found.isEmpty())
                : Optional.empty();
    }

    /** Whether everything is known. */
    boolean complete() {
        return !model.isEmpty() && !serial.isEmpty() && !firmware.isEmpty();
    }

    /** Whether its firmware can tell where set-points come from: 10v05 or newer. */
    boolean newEnough() {
        Matcher matcher = VERSION.matcher(firmware);
        if (!matcher.matches()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(matcher.group(2)) >= MINOR);
    }

    @Override
    public String toString() {
        return model + " number " + serial;
    }
}
