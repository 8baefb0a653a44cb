package cellwright.protocol.compile;

import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How often a channel is looked at, how long it may be silent, and below which current it is at rest.
 *
 * <p>At rest is anything below a thousandth of the largest constant current of the program, and below 100 nA for smaller
 * ones. A program without a constant current takes a thousandth of the largest current its holds and powers allow, but
 * no more than 10 µA, since the currents of a polarisation are far smaller than what is allowed.
 */
final class Pace {
    static final double LEAST_REST_AMPS = 1e-7;
    private static final double MOST_REST_AMPS_OF_HOLDS = 1e-5;
    private static final double REST_PART = 1e-3;
    private static final long USUAL_POLL = Times.SECOND / 10;
    private static final long USUAL_SILENCE = 10 * Times.SECOND;
    private static final int POLLS_IN_SILENCE = 3;

    private final Binding binding;
    private final Faults faults;

    Pace(Binding binding) {
        this.binding = binding;
        this.faults = binding.faults();
    }

    long pollNanos() {
        return Math.max(USUAL_POLL, binding.bench().potentiostat().minSampleNanos());
    }

    /** The run's silence, else the cell's, else ten seconds. */
    long silenceNanos() {
        OptionalLong cell = silence(binding.cell().envelope().silence(), Faults.CELL + "envelope/silence");
        OptionalLong run = silence(binding.protocol().limits().silence(), "limits/silence");
        if (run.isPresent() && cell.isPresent() && run.getAsLong() > cell.getAsLong()) {
            faults.error(
                    "limits/silence",
                    "the silence of " + Quantities.time(run.getAsLong())
                            + " is longer than the cell's envelope allows, " + Quantities.time(cell.getAsLong()));
        }
        return run.orElse(cell.orElse(USUAL_SILENCE));
    }

    private OptionalLong silence(Optional<Duration> silence, String path) {
        if (silence.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong nanos = Times.nanos(silence.get(), "the silence", path, faults);
        if (nanos.isPresent() && nanos.getAsLong() <= pollNanos()) {
            faults.error(
                    path,
                    "the silence of " + Quantities.time(nanos.getAsLong()) + " is over before the next reading, which"
                            + " comes after " + Quantities.time(pollNanos()) + "; lengthen it");
        } else if (nanos.isPresent() && nanos.getAsLong() < POLLS_IN_SILENCE * pollNanos()) {
            faults.warning(
                    path,
                    "the silence of " + Quantities.time(nanos.getAsLong()) + " spans less than three readings, one "
                            + Quantities.time(pollNanos()) + " after the other; a single late one may end the run");
        }
        return nanos;
    }

    /** The current below which the channel is at rest. */
    static double restAmps(List<Op> ops) {
        OptionalDouble constant = drives(ops).mapToDouble(Pace::constantAmps).max();
        if (constant.isPresent() && constant.getAsDouble() > 0) {
            return Math.max(LEAST_REST_AMPS, REST_PART * constant.getAsDouble());
        }
        double allowed = drives(ops).mapToDouble(Pace::allowedAmps).max().orElse(0);
        return Math.clamp(REST_PART * allowed, LEAST_REST_AMPS, MOST_REST_AMPS_OF_HOLDS);
    }

    private static double constantAmps(Op.Drive drive) {
        return switch (drive.target()) {
            case Target.Amps amps -> Math.abs(amps.amps());
            case Target.MeasuredRate rate -> Math.abs(rate.fallbackAmps());
            case Target.Open open -> 0;
            case Target.Volts volts -> 0;
            case Target.Watts watts -> 0;
        };
    }

    private static double allowedAmps(Op.Drive drive) {
        return switch (drive.target()) {
            case Target.Volts volts -> volts.maxAmps();
            case Target.Watts watts -> drive.guard().ampsMax();
            case Target.Amps amps -> 0;
            case Target.MeasuredRate rate -> 0;
            case Target.Open open -> 0;
        };
    }

    /** Every drive, however deep. */
    static Stream<Op.Drive> drives(List<Op> ops) {
        return steps(ops).filter(Op.Drive.class::isInstance).map(Op.Drive.class::cast);
    }

    /** Every operation that takes time, however deep. */
    static Stream<Op> steps(List<Op> ops) {
        return ops.stream().flatMap(op -> switch (op) {
            case Op.Drive drive ->
                Stream.concat(
                        Stream.of(drive),
                        drive.every().map(every -> steps(every.body())).orElse(Stream.empty()));
            case Op.Repeat loop -> steps(loop.body());
            case Op.Choose choose -> Stream.concat(steps(choose.then()), steps(choose.otherwise()));
            case Op.Settle settle -> Stream.of(settle);
            case Op.Measure measure -> Stream.of(measure);
            case Op.Note note -> Stream.<Op>empty();
        });
    }
}
