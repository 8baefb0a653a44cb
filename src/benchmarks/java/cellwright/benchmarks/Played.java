package cellwright.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A potentiostat that is emulated, the driver it is talked to by, and what passes between them. */
enum Played {
    /** An EmStat4: streams readings by itself. */
    PALMSENS("palmsens", Map.of("model", "emstat4-hr")),
    /** A 2450: answers when it is asked. */
    SCPI("scpi", Map.of("model", "2450"));

    /** What a lead that came off shows is below this, and a cell above, V. */
    static final double OFF_VOLTS = 0.5;

    private static final double PERIOD_SECONDS = 1e-9;
    private static final Pattern PACKAGE = Pattern.compile("ab([0-9A-F]{7})([afpnumkMGTPE ])");
    private static final String PREFIXES = "afpnum k";
    private static final Pattern ANSWER = Pattern.compile("([+-]?\\d\\.\\d{6}E[+-]\\d\\d),");

    private final String name;
    private final Map<String, String> emulated;

    Played(String name, Map<String, String> emulated) {
        this.name = name;
        this.emulated = emulated;
    }

    /** The name of driver and emulator. */
    String word() {
        return name;
    }

    /** What the emulator is told. */
    Map<String, String> emulation() {
        return emulated;
    }

    /** What the driver is told, without the link; as quick as the period. */
    Map<String, String> settings(long periodNanos) {
        return switch (this) {
            case PALMSENS -> Map.of("interval", Double.toString(Math.min(0.1, periodNanos * PERIOD_SECONDS)));
            case SCPI -> Map.of("dialect", "2450", "nplc", "0.01");
        };
    }

    /** Whether a reading of a lead that came off is among what the instrument said. */
    boolean showsNoCell(String said) {
        List<Double> volts =
                switch (this) {
                    case PALMSENS ->
                        PACKAGE.matcher(said).results().map(Played::packaged).toList();
                    case SCPI ->
                        ANSWER.matcher(said)
                                .results()
                                .map(found -> Double.parseDouble(found.group(1)))
                                .limit(1)
                                .toList();
                };
        return volts.stream().anyMatch(each -> Math.abs(each) < OFF_VOLTS);
    }

    private static double packaged(MatchResult found) {
        long mantissa = Long.parseLong(found.group(1), 16) - 0x8000000L;
        return mantissa * Math.pow(10, 3.0 * (PREFIXES.indexOf(found.group(2)) - 6));
    }

    /** Whether the instrument is told to switch off. */
    boolean switchesOff(String told) {
        return switch (this) {
            case PALMSENS -> told.startsWith("Z");
            case SCPI -> told.contains(":OUTP OFF");
        };
    }
}
