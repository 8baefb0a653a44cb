package cellwright.alicat;

import cellwright.instrument.Quality;
import java.util.Optional;

/** The words behind a reading, and what they do to the pressure. */
enum Flag {
    ADC("converter error", Quality.BAD),
    EXH("exhausting", Quality.UNCERTAIN),
    HLD("valves held", Quality.UNCERTAIN),
    LCK("buttons locked", Quality.GOOD),
    MOV("mass flow beyond range", Quality.GOOD),
    OPL("pressure beyond the limit", Quality.OVERLOAD),
    OVR("totaliser rolled over", Quality.GOOD),
    POV("pressure beyond range", Quality.OVERLOAD),
    P2O("second pressure beyond range", Quality.GOOD),
    TMF("totaliser missed flow", Quality.GOOD),
    TOV("temperature beyond range", Quality.GOOD),
    VOV("volumetric flow beyond range", Quality.GOOD),
    COM("no communication inside", Quality.BAD),
    GTA("gas undefined", Quality.GOOD);

    private final String words;
    private final Quality quality;

    Flag(String words, Quality quality) {
        this.words = words;
        this.quality = quality;
    }

    String words() {
        return words;
    }

    /** What is left of the quality of a pressure under this flag. */
    Quality quality() {
        return quality;
    }

    /** Whether set-points are taken and not followed. */
    boolean notRegulating() {
        return this == EXH || this == HLD;
    }

    static Optional<Flag> of(String word) {
        for (Flag flag : values()) {
            if (flag.name().equals(word)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
