package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import java.util.Optional;

/** Judges end conditions; a missing or bad value never fulfils one. */
final class Conditions {
    private final Reading reading;
    private final long atNanos;
    private final Leaf leaf;
    private final Ledger ledger;

    Conditions(Reading reading, long atNanos, Leaf leaf, Ledger ledger) {
        this.reading = reading;
        this.atNanos = atNanos;
        this.leaf = leaf;
        this.ledger = ledger;
    }

    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Elapsed elapsed -> leaf.ownNanos(atNanos) >= elapsed.nanos();
            case Condition.Above above -> value(above.subject(), above.magnitude()) >= above.level();
            case Condition.Below below -> value(below.subject(), below.magnitude()) <= below.level();
            case Condition.ChargePassed passed -> Math.abs(leaf.tally().netCoulombs()) >= passed.coulombs();
            case Condition.EnergyPassed passed -> Math.abs(leaf.tally().netJoules()) >= passed.joules();
            case Condition.Slower slower -> isSlow(slower);
            case Condition.CycleBelow below -> figure(below.measure(), ledger) < below.level();
            case Condition.CycleAtLeast least -> figure(least.measure(), ledger) >= least.level();
            case Condition.CycleIn in -> ledger.cycling() && in.cycles().contains(ledger.cycle());
            case Condition.Shorted ignored ->
                ledger.lookout().flatMap(ShortLookout::alarm).isPresent();
            case Condition.AllOf all -> all.parts().stream().allMatch(this::holds);
            case Condition.AnyOf any -> any.parts().stream().anyMatch(this::holds);
        };
    }

    private double value(Subject subject, boolean magnitude) {
        double value = reading.value(subject.signal());
        return magnitude ? Math.abs(value) : value;
    }

    /** Both ends of the slope are readings: an instant without one says nothing about a change. */
    private boolean isSlow(Condition.Slower slower) {
        Optional<Leaf.Anchor> anchor = leaf.anchor(slower);
        if (anchor.isEmpty()) {
            return false;
        }
        long nanos = reading.atNanos() - anchor.get().atNanos();
        double change =
                Math.abs(reading.value(slower.subject().signal()) - anchor.get().value());
        return nanos >= slower.overNanos() && change <= slower.perSecond() * Nanos.toSeconds(nanos);
    }

    /** A figure of the last completed cycle in SI units; NaN before one has ended, so that no comparison holds. */
    private static double figure(CycleMeasure measure, Ledger ledger) {
        if (ledger.lastCycle().isEmpty()) {
            return Double.NaN;
        }
        CycleFigures last = ledger.lastCycle().get();
        return switch (measure) {
            case RETENTION -> last.retention();
            case DISCHARGE_CAPACITY -> last.tally().dischargeCoulombs();
            case CHARGE_CAPACITY -> last.tally().chargeCoulombs();
            case COULOMBIC_EFFICIENCY -> last.coulombicEfficiency();
        };
    }
}
