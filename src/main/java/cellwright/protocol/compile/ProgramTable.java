package cellwright.protocol.compile;

import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program will do, for a person to read before anything is energised.
 *
 * @param rows one per operation, in order; one that returns the same at each level of a ramp stands where it is first done
 * @param limits what ends the run whatever the step, one text per bound
 * @param time how long it may take
 * @param extremes how far it drives the cell
 */
public record ProgramTable(List<Row> rows, List<String> limits, TimeBounds time, Extremes extremes) {
    /** Takes immutable copies. */
    public ProgramTable {
        rows = List.copyOf(rows);
        limits = List.copyOf(limits);
    }

    /**
     * One operation.
     *
     * @param number as people count: {@code 5.2} is the second step in the loop that is the fifth; {@code 5.every.1},
     *     {@code 5.then.1} and {@code 5.else.1} likewise
     * @param depth how many loops, branches and interruptions it stands in
     * @param label what it does
     * @param milliamps the constant current, positive charges; empty if there is none
     * @param endsWhen what ends it, in cell volts; empty if time alone does
     * @param atMostNanos its longest time; empty for what has none of its own
     * @param limits its own limits, one text per bound
     */
    public record Row(
            String number,
            int depth,
            String label,
            OptionalDouble milliamps,
            String endsWhen,
            OptionalLong atMostNanos,
            List<String> limits) {
        /** Takes an immutable copy. */
        public Row {
            limits = List.copyOf(limits);
        }
    }

    /** The table of a program. */
    public static ProgramTable of(Program program) {
        var rows = new ArrayList<Row>();
        add(rows, new HashSet<>(), program.ops(), 0);
        return new ProgramTable(
                rows, limits(program.bounds()), TimeBounds.of(program.ops()), Extremes.of(program.ops()));
    }

    private static void add(List<Row> rows, Set<String> listed, List<Op> ops, int depth) {
        for (Op op : ops) {
            if (!listed.add(op.path() + ' ' + op.label())) {
                continue;
            }
            rows.add(row(op, depth));
            switch (op) {
                case Op.Drive drive -> drive.every().ifPresent(every -> add(rows, listed, every.body(), depth + 1));
                case Op.Repeat loop -> add(rows, listed, loop.body(), depth + 1);
                case Op.Choose choose -> {
                    add(rows, listed, choose.then(), depth + 1);
                    add(rows, listed, choose.otherwise(), depth + 1);
                }
                case Op.Settle settle -> {}
                case Op.Measure measure -> {}
                case Op.Note note -> {}
            }
        }
    }

    private static Row row(Op op, int depth) {
        return switch (op) {
            case Op.Drive drive ->
                new Row(
                        number(drive.path()),
                        depth,
                        drive.label() + every(drive),
                        milliamps(drive.target()),
                        drive.until().map(Labels::condition).orElse(""),
                        OptionalLong.of(drive.atMostNanos()),
                        limits(drive.bounds()));
            case Op.Settle settle -> plain(op, depth, "", OptionalLong.of(settle.atMostNanos()));
            case Op.Repeat loop ->
                plain(op, depth, loop.until().map(Labels::condition).orElse(""), OptionalLong.empty());
            case Op.Choose choose -> plain(op, depth, "", OptionalLong.empty());
            case Op.Measure measure ->
                new Row(
                        number(measure.path()),
                        depth,
                        measure.label() + about(measure),
                        OptionalDouble.empty(),
                        "",
                        OptionalLong.of(measure.atMostNanos()),
                        measure.hold().map(hold -> limits(hold.bounds())).orElse(List.of()));
            case Op.Note note -> plain(op, depth, "", OptionalLong.empty());
        };
    }

    private static Row plain(Op op, int depth, String endsWhen, OptionalLong atMost) {
        return new Row(number(op.path()), depth, op.label(), OptionalDouble.empty(), endsWhen, atMost, List.of());
    }

    private static String every(Op.Drive drive) {
        return drive.every()
                .map(every -> ", interrupted every " + Quantities.time(every.intervalNanos()))
                .orElse("");
    }

    /** How long a spectrum takes is an estimate and looks like one. */
    private static String about(Op.Measure measure) {
        double seconds = SweepTime.estimatedSeconds(measure.sweep());
        long unit = seconds < 100 ? 1 : seconds < 6000 ? 60 : 360;
        long rounded = Math.max(1, Math.round(seconds / unit)) * unit;
        return ", " + measure.points() + " points, about " + Quantities.time(rounded * Times.SECOND);
    }

    private static OptionalDouble milliamps(Target target) {
        return switch (target) {
            case Target.Amps amps -> OptionalDouble.of(amps.amps() * 1e3);
            case Target.MeasuredRate rate -> OptionalDouble.of(rate.fallbackAmps() * 1e3);
            case Target.Open open -> OptionalDouble.empty();
            case Target.Volts volts -> OptionalDouble.empty();
            case Target.Watts watts -> OptionalDouble.empty();
        };
    }

    private static List<String> limits(List<Bound> bounds) {
        return bounds.stream().map(ProgramTable::limit).toList();
    }

    private static String limit(Bound bound) {
        String whose =
                switch (bound.net()) {
                    case RUN -> "";
                    case CELL -> "cell envelope: ";
                };
        return whose + bound.subject().word() + " " + Quantities.range(bound.subject(), bound.low(), bound.high())
                + " (" + bound.debounce().trips() + " of " + bound.debounce().of() + " readings)";
    }

    /** The path of a step as a number. */
    private static String number(String path) {
        return List.of(path.split("/")).stream()
                .filter(part -> !part.equals("steps"))
                .map(part ->
                        part.chars().allMatch(Character::isDigit) ? String.valueOf(Integer.parseInt(part) + 1) : part)
                .collect(Collectors.joining("."));
    }
}
