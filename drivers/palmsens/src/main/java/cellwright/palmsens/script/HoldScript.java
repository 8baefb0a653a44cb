package cellwright.palmsens.script;

import static cellwright.palmsens.codec.VarType.AB;
import static cellwright.palmsens.codec.VarType.BA;
import static cellwright.palmsens.codec.VarType.DA;
import static cellwright.palmsens.codec.VarType.DB;

import cellwright.palmsens.codec.Literal;

/**
 * Constant voltage within limits: potentiostat, one loop. Where the voltage is not there yet, a constant current leads
 * up to it first, since the potentiostat itself knows no limit of the current.
 *
 * <p>Between the two the circuit is open for a moment: the mode can only be changed with the cell off.
 */
public final class HoldScript {
    /** Share of the allowed current with which the voltage is approached: the rest is room for the step into the hold. */
    public static final double APPROACH_SHARE = 0.8;
    /** How far the current may pass the control's own limit in the hold before the circuit is opened. */
    public static final double PATIENCE_SHARE = 1.25;
    /** A limit closer to the held voltage than this moves out to it, V, or noise alone would pass it. */
    public static final double ROOM_VOLTS = 2e-3;

    private static final double RANGE_SPAN = 1e4;

    private HoldScript() {}

    /** From where to where the approach goes. */
    public enum Approach {
        /** Not at all: the cell is there. */
        NONE,
        /** Charging. */
        UP,
        /** Discharging. */
        DOWN
    }

    /** The limits a hold is really written with. */
    public static Limits limits(Limits guard, double volts, double maxAmps) {
        return guard.around(volts, ROOM_VOLTS).atMost(PATIENCE_SHARE * maxAmps);
    }

    /**
     * The script.
     *
     * @param limits made by {@link #limits}
     * @param volts held voltage
     * @param maxAmps largest current magnitude on the way
     * @throws IllegalArgumentException if a number cannot be said
     */
    public static Script of(Style style, Limits limits, double volts, double maxAmps, Approach approach) {
        Literal set = Literal.nearest(volts);
        Lines lines = new Lines(style).declare("t", "v", "i", "s").limits(limits, set, DA);
        if (approach == Approach.NONE) {
            potentiostat(lines, style, limits, set);
            lines.lookFirst().add("cell_on").add("timer_start");
        } else {
            approach(lines, style, limits, maxAmps, approach);
            potentiostat(lines, style, limits, set);
            lines.add("cell_on");
        }
        turn(lines, style).judge(style.readback(), true).add("endloop");
        return lines.verdict(Verdict.TIME).end().finished("hold at " + set + "V");
    }

    private static void approach(Lines lines, Style style, Limits limits, double maxAmps, Approach approach) {
        double amps = APPROACH_SHARE * Math.min(maxAmps, limits.most().value());
        Literal rush = Literal.nearest(approach == Approach.UP ? amps : -amps);
        lines.declare("rush").store("rush", rush, DB).mode(CurrentScript.GALVANOSTAT);
        CurrentScript.ready(lines, limits, rush);
        lines.lookFirst().add("cell_on").add("timer_start");
        CurrentScript.turn(lines, style, "rush").judge(true, style.readback());
        lines.add("if", approach == Approach.UP ? "v >= set" : "v <= set").add("breakloop");
        lines.add("endif").add("endloop");
        lines.add("if", "t >= span").verdict(Verdict.TIME).end().add("endif");
    }

    private static void potentiostat(Lines lines, Style style, Limits limits, Literal set) {
        Literal largest = limits.most();
        lines.mode(style.model().holdMode()).add("set_range_minmax", DA.letters(), set, set);
        lines.range(BA, Literal.nearest(largest.value() / RANGE_SPAN), largest);
        lines.range(AB, CurrentScript.volts(limits)).add("set_e", set);
    }

    private static Lines turn(Lines lines, Style style) {
        String measured = style.readback() ? " add_meas(0 ab v)" : "";
        lines.add("meas_loop_ca", "s i set", style.interval(), "span" + measured)
                .add("timer_get", "t");
        return style.readback() ? lines.send("t", "s", "i", "v") : lines.send("t", "s", "i");
    }
}
