package cellwright.simulator.emulator.palmsens;

import java.util.List;

/** The kinds of instruments that are emulated, with what their documentation shows of them. */
public enum Profile {
    /** EmStat4 LR. */
    EMSTAT4_LR("es4_lr", 3, 0.03, true, Ranges.EMSTAT4),
    /** EmStat4 HR. */
    EMSTAT4_HR("es4_hr", 6, 0.2, true, Ranges.EMSTAT4),
    /** Nexus; does not tell its ranges here. */
    NEXUS("nexus1", 10, 1, true, List.of()),
    /** EmStat Pico. */
    EMSTAT_PICO("espico", 2, 0.005, false, Ranges.PICO);

    private static final String ONLINE = "000000000000000000000000000000000000002F0000003FFFFF98FF00000002";
    private static final String SCRIPT = "000000000000000000000000000003FFFFBFE8FFFFFFFFFFFFFFFFFFFFBFFFFE";
    /** Without meas_loop_cp, set_i, meas_loop_lsp and meas_loop_geis: bits 67 to 70. */
    private static final String SCRIPT_OF_PICO = "000000000000000000000000000003FFFFBFE8FFFFFFFF87FFFFFFFFFFBFFFFE";

    private final String code;
    private final double volts;
    private final double amps;
    private final boolean galvanostat;
    private final List<Range> ranges;

    Profile(String code, double volts, double amps, boolean galvanostat, List<Range> ranges) {
        this.code = code;
        this.volts = volts;
        this.amps = amps;
        this.galvanostat = galvanostat;
        this.ranges = ranges;
    }

    /**
     * A measuring range.
     *
     * @param index as packages tell it
     * @param size A
     */
    record Range(int index, double size) {}

    private static final class Ranges {
        static final List<Range> EMSTAT4 = List.of(
                new Range(3, 1e-9),
                new Range(6, 1e-8),
                new Range(9, 1e-7),
                new Range(12, 1e-6),
                new Range(15, 1e-5),
                new Range(18, 1e-4),
                new Range(21, 1e-3),
                new Range(24, 1e-2),
                new Range(27, 1e-1));
        static final List<Range> PICO = List.of(
                new Range(0, 100e-9),
                new Range(1, 2e-6),
                new Range(2, 4e-6),
                new Range(3, 8e-6),
                new Range(4, 16e-6),
                new Range(5, 32e-6),
                new Range(6, 63e-6),
                new Range(7, 125e-6),
                new Range(8, 250e-6),
                new Range(9, 500e-6),
                new Range(10, 1e-3),
                new Range(11, 5e-3));
    }

    /** What it answers to {@code t}, in two lines. */
    String firmware() {
        return "t" + code + "1500#Mar 12 2026 14:28:01\nR*\n";
    }

    String online() {
        return ONLINE;
    }

    String script() {
        return galvanostat ? SCRIPT : SCRIPT_OF_PICO;
    }

    /** Largest potential of either sign, V. */
    double volts() {
        return volts;
    }

    /** Largest current magnitude, A. */
    double amps() {
        return amps;
    }

    boolean galvanostat() {
        return galvanostat;
    }

    List<Range> ranges() {
        return ranges;
    }

    /** A serial number that says that nothing is real. */
    String serial() {
        return "SIM" + code.toUpperCase(java.util.Locale.ROOT).replace("_", "") + "0001";
    }
}
