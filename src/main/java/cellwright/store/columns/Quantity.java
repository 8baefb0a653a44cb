package cellwright.store.columns;

import cellwright.instrument.Signal;
import java.util.Set;

/**
 * What a column holds.
 *
 * @param name in words, unique in a store: a signal's own name, or one of those below
 * @param unit the unit's symbol; SI but for the test time, which is in whole nanoseconds
 * @param kind how a number of it is written
 */
public record Quantity(String name, String unit, Kind kind) {
    /** How a number is written: always little endian, always the same width. */
    public enum Kind {
        /** 64-bit whole number. */
        LONG(Long.BYTES),
        /** 32-bit whole number. */
        INT(Integer.BYTES),
        /** 64-bit floating-point number; NaN where there is none. */
        DOUBLE(Double.BYTES);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        /** Width of a number in bytes. */
        public int bytes() {
            return bytes;
        }
    }

    /** Time since the run began; never falls from row to row. */
    public static final Quantity TEST_TIME = new Quantity("test time", "ns", Kind.LONG);
    /** Number of the running or last cycle; 0 before the first. */
    public static final Quantity CYCLE = new Quantity("cycle", "1", Kind.INT);
    /** Number of the step in the run, from 1. */
    public static final Quantity STEP = new Quantity("step", "1", Kind.INT);
    /** Charge into the cell since the run began, by the engine's tally. */
    public static final Quantity CHARGED = new Quantity("charge in run", "C", Kind.DOUBLE);
    /** Charge out of the cell since the run began. */
    public static final Quantity DISCHARGED = new Quantity("discharge in run", "C", Kind.DOUBLE);
    /** Energy into the cell since the run began. */
    public static final Quantity ENERGY_CHARGED = new Quantity("charge energy in run", "J", Kind.DOUBLE);
    /** Energy out of the cell since the run began. */
    public static final Quantity ENERGY_DISCHARGED = new Quantity("discharge energy in run", "J", Kind.DOUBLE);
    /** Charge into the cell since the cycle began. */
    public static final Quantity CYCLE_CHARGED = new Quantity("charge in cycle", "C", Kind.DOUBLE);
    /** Charge out of the cell since the cycle began. */
    public static final Quantity CYCLE_DISCHARGED = new Quantity("discharge in cycle", "C", Kind.DOUBLE);
    /** The pressure set-point in force. */
    public static final Quantity SET_PRESSURE = new Quantity("set pressure", "Pa", Kind.DOUBLE);

    private static final Set<String> OWN = Set.of(
            TEST_TIME.name,
            CYCLE.name,
            STEP.name,
            CHARGED.name,
            DISCHARGED.name,
            ENERGY_CHARGED.name,
            ENERGY_DISCHARGED.name,
            CYCLE_CHARGED.name,
            CYCLE_DISCHARGED.name,
            SET_PRESSURE.name);

    /** What a signal's column holds: its usable values. A signal that bears one of the names above is told apart. */
    public static Quantity of(Signal signal) {
        String name = OWN.contains(signal.name()) ? signal.name() + " (signal)" : signal.name();
        return new Quantity(name, signal.unit().symbol(), Kind.DOUBLE);
    }
}
