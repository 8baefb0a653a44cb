package cellwright.simulator.emulator.scpi;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The instruments that are emulated, with what their documentation shows of them. */
public enum SmuKind {
    /** Keithley 2450 with the command set SCPI. */
    K2450("2450", "KEITHLEY INSTRUMENTS INC.,MODEL 2450,%s,1.0.0i", false, 1.05, Ranges.VOLTS, Ranges.decades(1e-8, 1)),
    /** Keithley 2460 with the command set SCPI. */
    K2460("2460", "KEITHLEY INSTRUMENTS INC.,MODEL 2460,%s,1.7.5b", false, 7.35, Ranges.VOLTS_2460, Ranges.AMPS_2460),
    /** Keithley 2400 on RS-232, lines ended by CR. */
    K2400(
            "2400",
            "KEITHLEY INSTRUMENTS INC.,MODEL 2400,%s,C30   Mar 17 2006 09:29:29/A02  /K/J",
            true,
            1.05,
            Ranges.VOLTS,
            Ranges.decades(1e-6, 1));

    private final String code;
    private final String badge;
    private final boolean classic;
    private final double ampsMax;
    private final List<Double> voltRanges;
    private final List<Double> ampRanges;

    SmuKind(
            String code,
            String badge,
            boolean classic,
            double ampsMax,
            List<Double> voltRanges,
            List<Double> ampRanges) {
        this.code = code;
        this.badge = badge;
        this.classic = classic;
        this.ampsMax = ampsMax;
        this.voltRanges = voltRanges;
        this.ampRanges = ampRanges;
    }

    private static final class Ranges {
        static final List<Double> VOLTS = List.of(0.2, 2.0, 20.0, 200.0);
        static final List<Double> VOLTS_2460 = List.of(0.2, 2.0, 7.0, 10.0, 20.0, 100.0);
        static final List<Double> AMPS_2460 = List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 4.0, 5.0, 7.0);

        static List<Double> decades(double from, double to) {
            return DoubleStream.iterate(from, range -> range <= to * 1.01, range -> range * 10)
                    .boxed()
                    .toList();
        }
    }

    /** The answer to who it is. */
    String badge(String serial) {
        return badge.formatted(serial);
    }

    /** Whether it speaks the older language. */
    boolean classic() {
        return classic;
    }

    /** What its lines end in. */
    String lineEnd() {
        return classic ? "\r" : "\n";
    }

    /** How it writes a number. */
    String number(double value) {
        return String.format(Locale.ROOT, classic ? "%+.6E" : "%.6E", value);
    }

    /** Largest current, A. */
    double ampsMax() {
        return ampsMax;
    }

    List<Double> voltRanges() {
        return voltRanges;
    }

    List<Double> ampRanges() {
        return ampRanges;
    }

    /** A serial number that says that nothing is real. */
    String serial() {
        return "SIM" + code + "0001";
    }
}
