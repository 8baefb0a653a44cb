package cellwright.simulator;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Signal;

/** An ageing NCM85 cell that is charged at C/5 and held at a voltage versus Li+/Li. */
final class HeldCell {
    private static final double INDIUM_VOLTS = 0.622;

    private final Mounted held = Mounted.with("ageing", "on");
    private final double volts;

    HeldCell(double volts) {
        this.volts = volts - INDIUM_VOLTS;
    }

    /** Charges, holds, and tells the current at the end. */
    double microamps(int hours) throws InstrumentException {
        held.bench.drive(held.bench.amps(0.2));
        held.bench.until(Signal.VOLTAGE, volts, true);
        held.bench.rig.apply(new Control.Voltage(volts, 1e-2), Bench.WIDE);
        return held.bench.rest(hours * Bench.HOUR).value(Signal.CURRENT) * 1e6;
    }

    double stoichiometry() {
        return held.cell.meanStoichiometry();
    }

    /** Discharge capacity of the next full cycle against that of a cell which was cycled but not held, percent. */
    double percentOfTwin() throws InstrumentException {
        Bench twin = Mounted.with("ageing", "on").bench;
        twin.cycle(0.2, Bench.LOW, volts);
        held.bench.drive(-held.bench.amps(0.2));
        held.bench.until(Signal.VOLTAGE, Bench.LOW, false);
        return 100 * held.bench.cycle(0.2, Bench.LOW, volts) / twin.cycle(0.2, Bench.LOW, volts);
    }
}
