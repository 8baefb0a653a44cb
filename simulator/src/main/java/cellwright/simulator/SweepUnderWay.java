package cellwright.simulator;

import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.cell.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a sweep has come: which frequency is under way, when it is to be shown and when it is over. Mutable, one thread. */
final class SweepUnderWay {
    /** A point over within this time shows the state at its end, not half way: that is one step less. */
    private static final long QUICK_NANOS = 100_000_000;

    private final Sweep sweep;
    private final Drive drive;
    private final AnalyserTraits traits;
    private final long startNanos;
    private final int count;
    private final List<Spectrum.Point> points = new ArrayList<>();
    private Optional<Spectrum.Point> shown = Optional.empty();
    private long showNanos;
    private long endNanos;

    /**
     * Begins with the first frequency.
     *
     * @param sweep what to measure
     * @param drive what the cell is driven by; the sweep is over when it is driven differently
     * @param traits how long a point takes
     * @param atNanos now
     */
    SweepUnderWay(Sweep sweep, Drive drive, AnalyserTraits traits, long atNanos) {
        this.sweep = sweep;
        this.drive = drive;
        this.traits = traits;
        this.startNanos = atNanos;
        this.count = count(sweep);
        next(atNanos);
    }

    /** How many points a sweep has, both ends included. */
    static int count(Sweep sweep) {
        return (int) Math.round(Math.abs(Math.log10(sweep.fromHz() / sweep.toHz())) * sweep.pointsPerDecade()) + 1;
    }

    Sweep sweep() {
        return sweep;
    }

    /** Whether the cell is still driven as it was when the sweep began. */
    boolean drivenBy(Drive present) {
        return drive.equals(present);
    }

    /** The next instant at which something is to be done. */
    long markNanos() {
        return shown.isEmpty() ? showNanos : endNanos;
    }

    /** Whether the frequency under way is to be shown now. */
    boolean isToBeShown(long nowNanos) {
        return shown.isEmpty() && nowNanos >= showNanos;
    }

    /** The frequency under way. */
    double hertz() {
        return count == 1
                ? sweep.fromHz()
                : sweep.fromHz() * Math.pow(sweep.toHz() / sweep.fromHz(), points.size() / (count - 1.0));
    }

    void show(Spectrum.Point point) {
        shown = Optional.of(point);
    }

    /** Goes on to the next frequency if the present one is over; the point it was over with. */
    Optional<Spectrum.Point> pass(long nowNanos) {
        if (shown.isEmpty() || nowNanos < endNanos) {
            return Optional.empty();
        }
        Optional<Spectrum.Point> over = shown;
        points.add(over.get());
        shown = Optional.empty();
        if (!isWhole()) {
            next(nowNanos);
        }
        return over;
    }

    /** Whether every frequency was measured. */
    boolean isWhole() {
        return points.size() == count;
    }

    /** What there is so far. */
    Spectrum spectrum(long nowNanos) {
        return new Spectrum(startNanos, nowNanos, points);
    }

    private void next(long nowNanos) {
        long nanos = traits.nanos(hertz());
        showNanos = nowNanos + (nanos < QUICK_NANOS ? nanos : nanos / 2);
        endNanos = nowNanos + nanos;
    }
}
