package cellwright.protocol.compile;

import cellwright.protocol.Subject;

/** Whether a level can be reached inside the limits, or is met before anything has happened. */
final class Reach {
    private static final double NOISE_VOLTS = 1e-3;

    private final Binding binding;
    private final Faults faults;

    Reach(Binding binding, Faults faults) {
        this.binding = binding;
        this.faults = faults;
    }

    /** Whether the level is worth waiting for; false after an error. */
    boolean check(Subject subject, double level, boolean above, Layer limits, String path) {
        return subject == Subject.CURRENT
                ? magnitude(level, above, limits, path)
                : signed(subject, level, above, limits, path);
    }

    private boolean signed(Subject subject, double level, boolean above, Layer limits, String path) {
        Window window = window(subject, limits);
        if (above ? window.above(level) : window.below(level)) {
            faults.error(
                    path,
                    "the " + subject.word() + " " + Quantities.of(subject, level) + inCellVolts(subject)
                            + " can never be reached: it lies outside " + text(subject, window)
                            + ", where a limit or the instrument ends the run; change the condition or the limit");
            return false;
        }
        if (above ? level <= window.low() : level >= window.high()) {
            faults.warning(
                    path,
                    "the condition " + subject.word() + (above ? " >= " : " <= ") + Quantities.of(subject, level)
                            + " holds everywhere inside the limits " + text(subject, window)
                            + ", so it is met at once");
        } else if (subject == Subject.VOLTAGE) {
            warnOnTheEdge(level, above, window, path);
        }
        return true;
    }

    /** A voltage that is aimed for and lies on a limit makes noise end the run. */
    void warnOnTheEdge(double level, boolean upwards, Window window, String path) {
        double distance = upwards ? window.high() - level : level - window.low();
        if (distance < NOISE_VOLTS) {
            faults.warning(
                    path,
                    "the voltage " + Quantities.volts(level) + " (cell) lies on the edge of the limits "
                            + text(Subject.VOLTAGE, window)
                            + ", so noise may end the run instead of the step; leave some millivolts between them");
        }
    }

    private boolean magnitude(double level, boolean above, Layer limits, String path) {
        if (level < 0) {
            faults.error(path, "end conditions judge the magnitude of the current; write it without a sign");
            return false;
        }
        double largest = Math.min(
                limits.window(Subject.CURRENT).magnitude(),
                binding.bench().potentiostat().ampsMax());
        if (above && level > largest * (1 + 1e-9)) {
            faults.error(
                    path,
                    "the current " + Quantities.amperes(level) + " can never be reached: limits and instrument allow "
                            + Quantities.amperes(largest));
            return false;
        }
        return true;
    }

    private Window window(Subject subject, Layer limits) {
        Window window = limits.window(subject);
        return subject == Subject.VOLTAGE ? window.and(binding.potentiostatVolts()) : window;
    }

    private static String inCellVolts(Subject subject) {
        return subject == Subject.VOLTAGE ? " (cell)" : "";
    }

    private static String text(Subject subject, Window window) {
        return Quantities.range(subject, window.low(), window.high());
    }
}
