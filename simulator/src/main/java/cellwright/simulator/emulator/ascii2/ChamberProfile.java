package cellwright.simulator.emulator.ascii2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kinds of chambers that are emulated, with the numbers and channels each describes. */
public enum ChamberProfile {
    /** A climate chamber of type Vc3: 7 numbers and 32 channels are written, 14 and 32 told. */
    VC3(
            List.of("CV01", "CV02", "SV01", "MV01", "MV02", "MV03", "MV04"),
            32,
            List.of(
                    "CV01 n", "CV01 a", "CV02 n", "CV02 a", "SV01 n", "SV01 a", "MV01 n", "MV01 a", "MV02 n", "MV02 a",
                    "MV03 n", "MV03 a", "MV04 n", "MV04 a"),
            -77,
            182),
    /** A younger one: 5 numbers and 26 channels are written, 11 and 32 told. */
    DYNAMIC(
            List.of("CV01", "CV02", "SV01", "SV02", "SV03"),
            26,
            List.of(
                    "CV01 n", "CV01 a", "CV02 n", "CV02 a", "SV01 s", "SV02 s", "SV03 s", "MV01 a", "MV02 a", "MV03 a",
                    "MV04 a"),
            -72,
            182);

    /** Digital channels of a state. */
    static final int CHANNELS = 32;

    private static final int WIDTH = 80;
    private static final String RULE = "-".repeat(WIDTH);

    private final List<String> written;
    private final int writtenBits;
    private final List<String> told;
    private final double low;
    private final double high;

    ChamberProfile(List<String> written, int writtenBits, List<String> told, double low, double high) {
        this.written = written;
        this.writtenBits = writtenBits;
        this.told = told;
        this.low = low;
        this.high = high;
    }

    /** Names of the numbers of a command. */
    List<String> written() {
        return written;
    }

    int writtenBits() {
        return writtenBits;
    }

    /** Numbers of a state: name and n, a or s for nominal, actual and set. */
    List<String> told() {
        return told;
    }

    boolean inside(double celsius) {
        return celsius >= low && celsius <= high;
    }

    /** How it describes itself. */
    String description() {
        List<String> lines = new ArrayList<>(
                List.of("ASCII-2 PROTOCOL CONFIGURATION", "Configuration type: " + name() + " EMULATED", ""));
        lines.add("Example of an ASCII E-String:");
        lines.addAll(broken("$01E " + String.join(" ", written) + " " + channels(writtenBits) + "<CR>"));
        lines.addAll(List.of("", "Description:"));
        written.forEach(name -> lines.add(limits(name)));
        addChannels(lines, writtenBits);
        lines.addAll(List.of(RULE, "", "Example of  an ASCII I-String:", "$01I<CR>"));
        List<String> names = told.stream().map(each -> each.substring(0, 4)).toList();
        lines.addAll(broken(String.join(" ", names) + " " + channels(CHANNELS) + "<CR>"));
        lines.addAll(List.of("", "Description:"));
        told.forEach(each -> lines.add(role(each)));
        addChannels(lines, CHANNELS);
        lines.addAll(List.of(RULE, "", "Configured Messages:", "none"));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String limits(String name) {
        boolean temperature = name.equals("CV01");
        String label = temperature ? "Temperature" : name.equals("CV02") ? "Humidity" : "Option";
        return String.format(
                Locale.ROOT,
                "%s  value min: %6.1f   value max: %6.1f   %s",
                name,
                temperature ? low : 0,
                temperature ? high : 100,
                label);
    }

    private static String role(String told) {
        String name = told.substring(0, 4);
        String label = name.equals("CV01") ? "Temperature" : name.equals("CV02") ? "Humidity" : "Option";
        return name
                + switch (told.charAt(5)) {
                    case 'n' -> "  nominal value ";
                    case 'a' -> "  actual value  ";
                    default -> "  set value     ";
                }
                + label;
    }

    private static String channels(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("DO%02d".formatted(i));
        }
        return text.toString();
    }

    private static void addChannels(List<String> lines, int count) {
        for (int i = 0; i < count; i++) {
            lines.add("DO%02d  %s".formatted(i, i == 1 ? "Start" : i == 2 ? "Humidity" : "unused"));
        }
    }

    /** Broken at 80 characters, wherever that falls. */
    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); from += WIDTH) {
            lines.add(text.substring(from, Math.min(text.length(), from + WIDTH)));
        }
        return lines;
    }
}
