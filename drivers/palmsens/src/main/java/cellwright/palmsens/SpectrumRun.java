package cellwright.palmsens;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Progress;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.VarType;
import cellwright.palmsens.codec.Variable;
import cellwright.palmsens.script.RunState;
import cellwright.palmsens.script.SpectrumScript;
import cellwright.palmsens.script.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a spectrum that an instrument measures, point by point. Mutable, the thread of the link only. */
final class SpectrumRun {
    /** The instrument may search its range and settle before it measures. */
    private static final double PERIODS = 12;

    private static final double SECONDS_A_POINT = 10;

    private final Conversation conversation;
    private final ScriptStream stream;
    private final Sweep sweep;
    private final double imaginarySign;
    private final List<Spectrum.Point> points = new ArrayList<>();

    SpectrumRun(Conversation conversation, ScriptStream stream, Sweep sweep, double imaginarySign) {
        this.conversation = conversation;
        this.stream = stream;
        this.sweep = sweep;
        this.imaginarySign = imaginarySign;
    }

    /** The longest a point may take. */
    static Duration patience(double hertz) {
        return Duration.ofMillis(Math.round(1000 * (SECONDS_A_POINT + PERIODS / hertz)));
    }

    /** The longest a whole spectrum may take, s. */
    static double seconds(Sweep sweep) {
        double seconds = 0;
        for (int i = 0; i < SpectrumScript.points(sweep); i++) {
            seconds += SECONDS_A_POINT + PERIODS / hertz(sweep, i);
        }
        return seconds;
    }

    private static double hertz(Sweep sweep, int index) {
        int last = SpectrumScript.points(sweep) - 1;
        double share = last == 0 ? 0 : Math.min(1, (double) index / last);
        return sweep.fromHz() * Math.pow(sweep.toHz() / sweep.fromHz(), share);
    }

    /**
     * Waits for all points, or for as many as are wanted; the cell is off then.
     *
     * @throws InstrumentException if the instrument breaks off or falls silent; points told to {@code progress} are good
     */
    Spectrum finish(Progress progress) throws InstrumentException {
        long start = conversation.wire().nowNanos();
        boolean wanted = true;
        while (stream.state().running() && wanted) {
            Optional<Spectrum.Point> point = next();
            point.ifPresent(points::add);
            wanted = point.isEmpty() || progress.measured(point.get());
        }
        if (stream.state().running()) {
            conversation.stop(patience(hertz(sweep, points.size())));
        } else if (stream.state() instanceof RunState.Broken broken) {
            throw conversation.brokenAndOff(stream.script(), broken);
        } else if (stream.state() instanceof RunState.Over over
                && (over.verdict().isPresent() || points.isEmpty())) {
            String why = over.verdict().map(Verdict::words).orElse("it did not say why");
            throw conversation
                    .wire()
                    .fault(Kind.REFUSED, "ended the spectrum by itself after " + points.size() + " points: " + why);
        }
        return new Spectrum(start, conversation.wire().nowNanos(), points);
    }

    private Optional<Spectrum.Point> next() throws InstrumentException {
        double hertz = hertz(sweep, points.size());
        Deadline deadline = conversation.wire().within(conversation.patience().plus(patience(hertz)));
        return stream.take(conversation.next(deadline, "the point at " + (float) hertz + " Hz"))
                .flatMap(this::point);
    }

    private Optional<Spectrum.Point> point(DataPackage data) {
        Optional<Variable> hertz = data.first(VarType.DC);
        Optional<Variable> real = data.first(VarType.CC);
        Optional<Variable> imaginary = data.first(VarType.CD);
        if (hertz.isEmpty() || real.isEmpty() || imaginary.isEmpty()) {
            return Optional.empty();
        }
        Quality quality = worse(real.get().quality(), imaginary.get().quality());
        return Optional.of(new Spectrum.Point(
                hertz.get().value(),
                real.get().value(),
                imaginarySign * imaginary.get().value(),
                quality));
    }

    private static Quality worse(Quality one, Quality other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
