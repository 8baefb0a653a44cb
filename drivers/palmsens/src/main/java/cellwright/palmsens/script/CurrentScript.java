package cellwright.palmsens.script;

import static cellwright.palmsens.codec.VarType.AB;
import static cellwright.palmsens.codec.VarType.DB;

import cellwright.palmsens.codec.Literal;

/** Constant current within limits: galvanostat, one loop. */
public final class CurrentScript {
    static final int GALVANOSTAT = 6;

    private static final Literal SMALLEST_RANGE = Literal.nearest(1e-6);

    private CurrentScript() {}

    /**
     * The script.
     *
     * @param amps set current, positive charges
     * @throws IllegalArgumentException if a number cannot be said
     */
    public static Script of(Style style, Limits limits, double amps) {
        Literal set = Literal.nearest(amps);
        Lines lines = new Lines(style).declare("t", "v", "i", "s");
        lines.limits(limits, set, DB).mode(GALVANOSTAT);
        ready(lines, limits, set);
        lines.lookFirst().add("cell_on").add("timer_start");
        turn(lines, style, "set").judge(true, style.readback()).add("endloop");
        return lines.verdict(Verdict.TIME).end().finished("constant current of " + set + "A");
    }

    /** Ranges and the first current, none. */
    static void ready(Lines lines, Limits limits, Literal set) {
        lines.range(AB, volts(limits));
        lines.range(DB, range(set)).add("set_i", 0);
    }

    /** Opens the loop and tells each reading. */
    static Lines turn(Lines lines, Style style, String set) {
        String measured = style.readback() ? " add_meas(0 ba i)" : "";
        lines.add("meas_loop_cp", "v s", set, style.interval(), "span" + measured)
                .add("timer_get", "t");
        return style.readback() ? lines.send("t", "s", "i", "v") : lines.send("t", "s", "v");
    }

    /** The voltage range that covers the limits. */
    static Literal volts(Limits limits) {
        return Math.abs(limits.low().value()) > Math.abs(limits.high().value())
                ? magnitude(limits.low())
                : magnitude(limits.high());
    }

    private static Literal range(Literal set) {
        return set.count() == 0 ? SMALLEST_RANGE : magnitude(set);
    }

    static Literal magnitude(Literal signed) {
        return new Literal(Math.abs(signed.count()), signed.prefix());
    }
}
