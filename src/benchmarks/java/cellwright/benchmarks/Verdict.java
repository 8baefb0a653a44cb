package cellwright.benchmarks;

import java.util.Locale;

/** A line of the table that {@code src/benchmarks/run} makes: what was measured, its target, and whether it is met. */
@TouchesTheRealWorld
final class Verdict {
    private Verdict() {}

    /** A figure that should not be larger than its target. */
    static void atMost(String what, double value, String unit, double target) {
        line(what, number(value) + unit, "<= " + number(target) + unit, value <= target ? "pass" : "FAIL");
    }

    /** The same, neither met nor missed where the machine itself could not have met it. */
    static void atMostIf(boolean possible, String what, double value, String unit, double target) {
        String missed = possible ? "FAIL" : "void";
        line(what, number(value) + unit, "<= " + number(target) + unit, value <= target ? "pass" : missed);
    }

    /**
     * A time that should not be longer than its target. Where it is, but the processor was not busy for longer than that,
     * other work had the core: that is neither met nor missed.
     */
    static void onACore(String what, double seconds, double processorSeconds, double target) {
        String missed = processorSeconds <= target ? "void" : "FAIL";
        line(what, number(seconds) + " s", "<= " + number(target) + " s", seconds <= target ? "pass" : missed);
    }

    /** A figure that should not be smaller than its target. */
    static void atLeast(String what, double value, String unit, double target) {
        line(what, number(value) + unit, ">= " + number(target) + unit, value >= target ? "pass" : "FAIL");
    }

    /** The same as {@link #atLeast}, neither met nor missed where other work had the machine. */
    static void atLeastIf(boolean possible, String what, double value, String unit, double target) {
        String missed = possible ? "FAIL" : "void";
        line(what, number(value) + unit, ">= " + number(target) + unit, value >= target ? "pass" : missed);
    }

    /** A figure that should not be smaller than its target, had it been possible to measure: neither met nor missed. */
    static void unjudged(String what, double value, String unit, double target) {
        line(what, number(value) + unit, ">= " + number(target) + unit, "void");
    }

    /** A figure without a target. */
    static void remark(String what, double value, String unit) {
        line(what, number(value) + unit, "", "");
    }

    /** A number of things. */
    static void count(String what, long value) {
        line(what, String.format(Locale.ROOT, "%,d", value), "", "");
    }

    private static void line(String what, String value, String target, String verdict) {
        System.out.println("RESULT|" + what + "|" + value + "|" + target + "|" + verdict);
    }

    private static String number(double value) {
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "");
    }
}
