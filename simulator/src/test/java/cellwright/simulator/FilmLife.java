package cellwright.simulator;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Signal;

/** The life of the ageing thin-film cell: C/10 in cycles 1, 2 and 535, else 5C, from 3.5 to 5.1 V. */
final class FilmLife {
    static final int CYCLES = 535;
    private static final double KG = 0.013e-6;

    private final Bench bench = new Bench(
            0.013 / 0.049,
            "cathode",
            "LNMO",
            "anode",
            "Li",
            "volts_range",
            "10",
            "area_m2",
            "4.9e-6",
            "active_mass_kg",
            "0.013e-6",
            "ageing",
            "on");
    private final double[] charge = new double[CYCLES + 1];
    private final double[] discharge = new double[CYCLES + 1];

    /** Lives it. */
    void run() throws InstrumentException {
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            double amps = (cycle <= 2 || cycle == CYCLES ? 0.1 : 5) * 147 * KG;
            double empty = bench.rig.read().value(Signal.CHARGE);
            double full = drive(amps, 5.1);
            charge[cycle] = full - empty;
            discharge[cycle] = full - drive(-amps, 3.5);
        }
    }

    /** Coulombic efficiency of a cycle, percent. */
    double efficiency(int cycle) {
        return 100 * discharge[cycle] / charge[cycle];
    }

    /** The last slow discharge over the first, percent. */
    double slowRetention() {
        return 100 * discharge[CYCLES] / discharge[1];
    }

    /** Discharge capacity of a cycle, mAh/g. */
    double capacity(int cycle) {
        return discharge[cycle] / 3600 / KG;
    }

    private double drive(double amps, double until) throws InstrumentException {
        bench.rig.apply(new Control.Current(amps), new Guard(0, 5.3, 1e-3, Long.MAX_VALUE));
        return bench.until(Signal.VOLTAGE, until, amps > 0).value(Signal.CHARGE);
    }
}
