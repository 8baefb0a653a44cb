package cellwright.benchmarks;

import cellwright.engine.Event;
import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.Debounce;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Scale;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A charge with 1 mA that goes on for as long as a benchmark wants, at constant temperature and stack pressure. */
final class SteadyCharge {
    private static final long SECOND = 1_000_000_000L;

    private SteadyCharge() {}

    /** A reading of it; at rest in the first second. */
    static Event reading(long atNanos, double volts) {
        return new Event.Measured(Reading.at(
                atNanos,
                Sample.good(Signal.VOLTAGE, volts),
                Sample.good(Signal.CURRENT, atNanos == SECOND ? 0 : 1e-3),
                Sample.good(Signal.CHARGE, atNanos * 1e-12),
                Sample.good(Signal.TEMPERATURE, 298.15),
                Sample.good(Signal.PRESSURE, 5e6)));
    }

    /** The program of it, with limits on all three quantities. */
    static Program program(Recording recording) {
        var charge = new Op.Drive(
                "steps/0",
                "charge",
                new Target.Amps(1e-3),
                Optional.of(new Condition.Above(Subject.VOLTAGE, 4.3, false)),
                1_000_000 * SECOND,
                WhenLate.NEXT,
                recording,
                List.of(),
                new Guard(2, 4.4, 0.01, Long.MAX_VALUE),
                Optional.empty());
        return new Program(
                "benchmark",
                "",
                new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1,
                0,
                List.of(
                        bound(Subject.VOLTAGE, 2.5, 4.4),
                        bound(Subject.TEMPERATURE, 280, 320),
                        bound(Subject.PRESSURE, 4e6, 6e6)),
                5 * SECOND,
                SECOND / 10,
                1e-6,
                List.of(charge));
    }

    private static Bound bound(Subject subject, double low, double high) {
        return new Bound(Bound.Net.RUN, subject, low, high, Debounce.USUAL, false, "limits/" + subject.word());
    }
}
