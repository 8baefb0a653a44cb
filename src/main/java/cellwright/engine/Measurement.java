package cellwright.engine;

import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Op;
import java.util.Optional;

/**
 * A spectrum that was ordered, with the state it was ordered in. It outlives its step, so that an answer that comes when the
 * cell has been made safe long since still finds out what it is an answer to.
 *
 * @param order number of the command
 * @param sinceNanos when it was given
 * @param op the operation
 * @param stepCount number of its step
 * @param cycle the cycle then
 * @param before the last reading then
 * @param test charge and energy of the run then
 * @param inCycle charge and energy of the cycle then
 * @param spectrum the answer, until it is recorded
 */
public record Measurement(
        long order,
        long sinceNanos,
        Op.Measure op,
        long stepCount,
        int cycle,
        Reading before,
        Tally test,
        Tally inCycle,
        Optional<Spectrum> spectrum) {

    /** The instant by which the analyser must have answered; saturating. */
    long dueNanos() {
        return Nanos.sum(sinceNanos, op.atMostNanos());
    }

    Measurement answered(Spectrum answer) {
        return new Measurement(order, sinceNanos, op, stepCount, cycle, before, test, inCycle, Optional.of(answer));
    }

    /** Whether a spectrum answers this and nothing did yet. */
    boolean awaits(Event.SpectrumTaken taken) {
        return order == taken.order() && spectrum.isEmpty();
    }

    /** How much of what was asked for a spectrum is, if it came in time. */
    Extent extent(Spectrum answer) {
        return answer.points().size() >= op.points() ? Extent.WHOLE : Extent.SHORT;
    }

    SpectrumRow row(Run run, long index, Spectrum answer, Extent extent, Optional<Reading> after) {
        return new SpectrumRow(
                index,
                answer,
                op.sweep(),
                extent,
                op.hold().map(Op.Hold::volts).orElse(Double.NaN),
                sinceNanos - run.startedNanos(),
                cycle,
                stepCount,
                op.path(),
                op.label(),
                before,
                after,
                test,
                inCycle);
    }
}
