package cellwright.engine;

import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measuring a spectrum as a step: the circuit is opened, or the potential is ordered with a guard that lasts long enough; once
 * that is acknowledged and read back, the spectrum is ordered; it comes within its bound; the next reading ends the step.
 *
 * <p>While the analyser has the cell to itself nothing is commanded but {@link Effect.MakeSafe}; whatever is read meanwhile is
 * judged by the limits. Whatever comes of it later is recorded, but changes nothing.
 */
final class Spectroscopy {
    private static final long PREPARATION_NANOS = 60 * Nanos.PER_SECOND;

    private Spectroscopy() {}

    /** When time is over for the phase the step is in; saturating. */
    static long deadlineNanos(Leaf leaf, Ledger ledger, Run run) {
        if (leaf.measuring()) {
            return ledger.measurement().map(Measurement::dueNanos).orElse(Long.MAX_VALUE);
        }
        long patience = Math.max(PREPARATION_NANOS, run.program().silenceNanos());
        return leaf.commanded() ? Long.MAX_VALUE : Nanos.sum(leaf.resumedNanos(), patience);
    }

    /** How long nothing may be heard of the cell: while the analyser has it, as long as its answer may take. */
    static long silenceNanos(Leaf leaf, Run run) {
        long usual = run.program().silenceNanos();
        return leaf.op() instanceof Op.Measure measure && leaf.measuring()
                ? Nanos.sum(usual, measure.atMostNanos())
                : usual;
    }

    /** Whether a reading was taken by instruments that do not see the cell itself, because the analyser has it. */
    static boolean isAside(Leaf leaf, Reading reading) {
        return leaf.measuring() && !mentions(reading, Signal.VOLTAGE);
    }

    /** Whether a reading has a sample of a signal, good or bad. */
    static boolean mentions(Reading reading, Signal signal) {
        return reading.samples().stream().anyMatch(sample -> sample.signal().equals(signal));
    }

    /** Judges the step by the last reading, or by time alone. */
    static void judge(Turn turn, Op.Measure measure) {
        Leaf leaf = turn.leaf;
        if (turn.atNanos >= deadlineNanos(leaf, turn.ledger, turn.run)) {
            turn.stop(late(leaf, turn));
        } else if (!leaf.fresh() && leaf.awaited() == 0 && settled(turn, measure)) {
            if (leaf.commanded()) {
                StepJudge.end(turn, outcome(turn.ledger));
            } else {
                order(turn, measure);
            }
        }
    }

    private static boolean settled(Turn turn, Op.Measure measure) {
        return measure.hold().isPresent() || LimitCheck.atRest(turn.run, turn.last.orElseThrow());
    }

    private static void order(Turn turn, Op.Measure measure) {
        List<Bound> own = measure.hold().map(Op.Hold::bounds).orElse(List.of());
        LimitCheck.judgeBeforeEnergising(turn, own).ifPresent(turn::stop);
        if (turn.stop.isPresent()) {
            return;
        }
        long order = turn.nextOrder();
        turn.leaf = turn.leaf.withMeasuring(order);
        turn.ledger = turn.ledger.withMeasurement(new Measurement(
                order,
                turn.atNanos,
                measure,
                turn.leaf.stepCount(),
                turn.ledger.cycle(),
                turn.last.orElseThrow(),
                turn.ledger.test(),
                turn.ledger.inCycle(),
                Optional.empty()));
        turn.replan = true;
        turn.tell(new Effect.Measure(order, measure.sweep()));
    }

    /** The answer, while the run goes on. */
    static void taken(Turn turn, Event.SpectrumTaken taken) {
        Optional<Measurement> ordered = turn.ledger.measurement().filter(measurement -> measurement.awaits(taken));
        if (ordered.isEmpty() || turn.leaf.awaited() != taken.order()) {
            Late late = late(turn.run, turn.ledger, taken);
            turn.ledger = late.ledger();
            turn.tell(late.report());
            return;
        }
        boolean inTime = taken.atNanos() <= ordered.get().dueNanos();
        turn.ledger = turn.ledger.withMeasurement(ordered.get().answered(taken.spectrum()));
        turn.leaf = turn.leaf.acknowledged();
        turn.vouchedNanos = taken.atNanos();
        turn.replan = true;
        ShortLookout.see(turn, taken.spectrum());
        if (!inTime) {
            turn.stop(late(turn.leaf, turn));
        } else if (taken.spectrum().points().isEmpty()) {
            turn.stop(failure(
                    turn.leaf, "the analyser returned a spectrum without points; check its range and its wires"));
        }
    }

    /** What came of the measurement is recorded when its step is over. */
    static void close(Turn turn) {
        Optional<Measurement> measurement = turn.ledger.measurement();
        Optional<Spectrum> spectrum = measurement.flatMap(Measurement::spectrum);
        if (measurement.isEmpty() || spectrum.isEmpty()) {
            return;
        }
        turn.ledger = turn.ledger.withSpectrum();
        Optional<Reading> after = turn.leaf.fresh() ? Optional.empty() : turn.last;
        Extent extent = measurement.get().extent(spectrum.get());
        turn.tell(new Effect.SpectrumRecorded(
                measurement.get().row(turn.run, turn.ledger.spectra(), spectrum.get(), extent, after)));
    }

    /**
     * What a spectrum means that nothing waits for any more.
     *
     * @param ledger the run's ledger with it
     * @param report what is told
     */
    record Late(Ledger ledger, Effect.Report report) {}

    /** A spectrum that comes when its step is over is recorded, once; one that was never ordered is only told of. */
    static Late late(Run run, Ledger ledger, Event.SpectrumTaken taken) {
        Optional<Measurement> ordered = ledger.measurement().filter(measurement -> measurement.awaits(taken));
        if (ordered.isEmpty()) {
            String message = "a spectrum answered command " + taken.order() + ", which nothing waits for; it is in the"
                    + " journal and nowhere else";
            return new Late(ledger, new Effect.Alarm(taken.atNanos(), Effect.Urgency.REMARK, message));
        }
        Ledger counted = ledger.withSpectrum();
        SpectrumRow row =
                ordered.get().row(run, counted.spectra(), taken.spectrum(), Extent.BROKEN_OFF, Optional.empty());
        return new Late(counted, new Effect.SpectrumRecorded(row));
    }

    private static String outcome(Ledger ledger) {
        int asked = ledger.measurement()
                .map(Measurement::op)
                .map(Op.Measure::points)
                .orElse(0);
        int there = ledger.measurement()
                .flatMap(Measurement::spectrum)
                .map(spectrum -> spectrum.points().size())
                .orElse(0);
        return there >= asked
                ? "spectrum of " + there + " points"
                : "spectrum of " + there + " points of " + asked + ", ended early by the analyser";
    }

    private static Cause late(Leaf leaf, Turn turn) {
        if (leaf.commanded()) {
            long allowed = turn.ledger
                    .measurement()
                    .map(Measurement::op)
                    .map(Op.Measure::atMostNanos)
                    .orElse(0L);
            return failure(
                    leaf,
                    String.format(
                            Locale.ROOT,
                            "no spectrum came within %.0f s; check the analyser",
                            Nanos.toSeconds(allowed)));
        }
        return failure(leaf, "the cell was not seen ready for the spectrum in time; check the potentiostat");
    }

    private static Cause failure(Leaf leaf, String what) {
        return new Cause(Cause.Kind.FAILURE, leaf.op().path() + " (" + leaf.op().label() + "): " + what);
    }
}
