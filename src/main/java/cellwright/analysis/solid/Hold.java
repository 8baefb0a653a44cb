package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import cellwright.analysis.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How the end of a hold at constant voltage is judged: the current has settled if its drift over the last window is within a
 * few standard deviations of its scatter (or within a share of itself), and it stands out of the instrument's offset.
 *
 * @param windowSeconds the last window, above 0
 * @param scatters how many standard deviations of the scatter the drift over the window may be, above 0
 * @param share which share of the current the drift over the window may be in any case, 0 or more
 * @param offsetAmps uncertainty of the instrument's zero in amperes, 0 or more
 */
public record Hold(double windowSeconds, double scatters, double share, double offsetAmps) {
    private static final int FEWEST = 8;
    private static final int FEWEST_IN_WINDOW = 4;
    private static final double TRANSIENT = 0.1;

    /** Refuses criteria that are none. */
    public Hold {
        Refusal.unlessPositive(windowSeconds, "the window in seconds");
        Refusal.unlessPositive(scatters, "the drift in standard deviations");
        Refusal.ifNegative(share, "the share of the current");
        Refusal.ifNegative(offsetAmps, "the offset in amperes");
    }

    /** A window, three standard deviations or 1 % of drift. */
    public static Hold window(double windowSeconds, double offsetAmps) {
        return new Hold(windowSeconds, 3, 0.01, offsetAmps);
    }

    /**
     * Judges a hold. The first tenth of it, where the cell was still being charged, is left out of the decay.
     *
     * @param seconds since the hold began, rising; readings that are not numbers are left out
     * @param amps the current
     * @throws IllegalArgumentException if there are fewer than eight readings, fewer than four of them in the window, the time
     *     does not rise, or the hold is not longer than the window
     */
    public HoldCurrent judge(double[] seconds, double[] amps) {
        Readings all = Readings.of(seconds, amps);
        Refusal.ifFewer(all.size(), FEWEST, "readings of a hold");
        double duration = all.last();
        if (!(duration - all.seconds(0) > windowSeconds)) {
            throw new IllegalArgumentException("the hold of " + (duration - all.seconds(0))
                    + " s is not longer than the window of " + windowSeconds + " s");
        }
        Readings window = all.from(duration - windowSeconds);
        Refusal.ifFewer(window.size(), FEWEST_IN_WINDOW, "readings in the last window");
        Readings settled = all.from(Math.max(TRANSIENT * duration, Double.MIN_NORMAL));
        Decay exponential = Decay.exponential(settled);
        Decay diffusive = Decay.diffusive(settled);
        Decay better = exponential.akaike() < diffusive.akaike() ? exponential : diffusive;
        return verdict(better, exponential, diffusive, window, all.coulombs());
    }

    private HoldCurrent verdict(Decay better, Decay exponential, Decay diffusive, Readings window, double coulombs) {
        Line line = Line.through(window.secondsColumn(), window.ampsColumn());
        double mean = window.mean();
        double scatter = Math.sqrt(line.chiSquared() / Math.max(line.degreesOfFreedom(), 1));
        double drift = line.slope() * windowSeconds;
        Estimate tail = new Estimate(mean, scatter / Math.sqrt(window.size()), window.size() - 1.0);
        return new HoldCurrent(
                better.law(),
                better.finalAmps(),
                better.timeConstantSeconds(),
                exponential.akaike(),
                diffusive.akaike(),
                tail,
                drift,
                scatter,
                coulombs,
                reasons(better, mean, drift, scatter));
    }

    private List<String> reasons(Decay better, double mean, double drift, double scatter) {
        List<String> reasons = new ArrayList<>();
        if (Math.abs(drift) > Math.max(scatters * scatter, share * Math.abs(mean))) {
            reasons.add(
                    String.format(Locale.ROOT, "the current still changes by %.3g A in %.4g s", drift, windowSeconds));
        }
        if (!(Math.abs(better.finalAmps().value()) > offsetAmps)) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "the final current of %.3g A is within the instrument's offset of %.3g A",
                    better.finalAmps().value(),
                    offsetAmps));
        }
        if (Math.abs(better.finalAmps().value() - mean) > Math.abs(mean) / 2) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "the decay is extrapolated from %.3g A to %.3g A",
                    mean,
                    better.finalAmps().value()));
        }
        return reasons;
    }

    /** Readings that are numbers, in time. */
    static final class Readings {
        private final double[] seconds;
        private final double[] amps;

        private Readings(double[] seconds, double[] amps) {
            this.seconds = seconds;
            this.amps = amps;
        }

        static Readings of(double[] seconds, double[] amps) {
            Refusal.unlessAlike(seconds, amps, "time and current");
            int[] good = IntStream.range(0, seconds.length)
                    .filter(i -> Double.isFinite(seconds[i]) && Double.isFinite(amps[i]))
                    .toArray();
            for (int i = 1; i < good.length; i++) {
                if (!(seconds[good[i]] > seconds[good[i - 1]])) {
                    throw new IllegalArgumentException("time does not rise after " + seconds[good[i - 1]] + " s");
                }
            }
            return new Readings(
                    IntStream.of(good).mapToDouble(i -> seconds[i]).toArray(),
                    IntStream.of(good).mapToDouble(i -> amps[i]).toArray());
        }

        Readings from(double when) {
            int first = (int) IntStream.range(0, seconds.length)
                    .filter(i -> seconds[i] < when)
                    .count();
            return new Readings(
                    Arrays.copyOfRange(seconds, first, seconds.length), Arrays.copyOfRange(amps, first, amps.length));
        }

        int size() {
            return seconds.length;
        }

        double seconds(int index) {
            return seconds[index];
        }

        double last() {
            return seconds[seconds.length - 1];
        }

        double[] secondsColumn() {
            return seconds;
        }

        double[] ampsColumn() {
            return amps;
        }

        double mean() {
            return IntStream.range(0, amps.length)
                    .mapToDouble(i -> amps[i])
                    .average()
                    .orElseThrow();
        }

        /** By the trapezoidal rule. */
        double coulombs() {
            double sum = 0;
            for (int i = 1; i < seconds.length; i++) {
                sum += (seconds[i] - seconds[i - 1]) * (amps[i] + amps[i - 1]) / 2;
            }
            return sum;
        }
    }
}
