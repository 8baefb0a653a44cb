package cellwright.lab.reproduce;

import java.util.Map;

/** What every run of the table asks of the simulated instruments. */
final class Instruments {
    /** They err as real ones do. */
    static final Map<String, String> REAL = Map.of("noise_volts_rms", "15e-6");

    private Instruments() {}
}
