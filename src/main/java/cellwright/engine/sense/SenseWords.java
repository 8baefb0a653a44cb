package cellwright.engine.sense;

import java.util.Locale;

/** What was seen and what to look at, in words. */
final class SenseWords {
    private static final double SAME_SIZE = 0.1;
    private static final double ALMOST_NOTHING = 0.1;

    private SenseWords() {}

    static String jump(double before, double now, double amps, long nanos) {
        return String.format(
                Locale.ROOT,
                "the voltage went from %.4f V to %.4f V within %.2f s at %.4g A, which neither current nor time explains; %s",
                before,
                now,
                nanos * 1e-9,
                amps,
                advice(before, now));
    }

    private static String advice(double before, double now) {
        if (Math.abs(before + now) <= SAME_SIZE * Math.abs(before)) {
            return "it has changed its sign: check whether the sense leads are swapped";
        }
        if (Math.abs(now) <= ALMOST_NOTHING * Math.abs(before)) {
            return "check whether a sense lead is off or the cell is shorted";
        }
        return "check the sense leads, the contacts of the cell and its pressure";
    }

    static String apart(double volts, double amps, SecondVoltage second) {
        return String.format(
                Locale.ROOT,
                "the voltage is %.4f V by the channel's own leads and %.4f V by %s, at %.4g A;"
                        + " check the sense leads of both",
                volts,
                second.volts(),
                second.instrument(),
                amps);
    }
}
