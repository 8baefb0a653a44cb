package cellwright.simulator;

import cellwright.instrument.InstrumentException;
import java.util.Arrays;

/** An ageing cell that is cycled between two voltages. */
final class Aged {
    private static final double INDIUM_VOLTS = 0.622;

    private final Bench bench;
    private final double rate;
    private final double high;

    private Aged(double rate, double volts, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "ageing";
        all[settings.length + 1] = "on";
        this.bench = new Bench(all);
        this.rate = rate;
        this.high = volts - INDIUM_VOLTS;
    }

    static Aged ncm85(double rate, double volts) {
        return new Aged(rate, volts);
    }

    static Aged cellB() {
        return new Aged(2, 4.3, "diffusion_m2_per_s", "8.07e-15");
    }

    static Aged ncm622() {
        return new Aged(0.2, 4.6, "cathode", "NCM622");
    }

    /** Discharge capacity of a cycle, mAh/g. */
    double capacity(int cycle) throws InstrumentException {
        double capacity = 0;
        for (int i = 0; i < cycle; i++) {
            capacity = bench.cycle(rate, Bench.LOW, high);
        }
        return capacity;
    }

    /** The same in percent of cycle 2. */
    double retention(int cycle) throws InstrumentException {
        double second = capacity(2);
        return 100 * capacity(cycle - 2) / second;
    }
}
