package cellwright.palmsens.script;

import static cellwright.palmsens.codec.VarType.AB;
import static cellwright.palmsens.codec.VarType.BA;
import static cellwright.palmsens.codec.VarType.DA;
import static cellwright.palmsens.codec.VarType.DB;

import cellwright.instrument.Sweep;
import cellwright.palmsens.codec.Literal;
import java.util.OptionalDouble;

/** An impedance spectrum at open circuit or at a held voltage. */
public final class SpectrumScript {
    /** The house tells peak amplitudes, scripts effective ones. */
    private static final double RMS = Math.sqrt(0.5);

    private static final double RANGE_SPAN = 1e6;
    private static final double HEADROOM = 1.1;

    private SpectrumScript() {}

    /** How many frequencies a sweep has, both ends included. */
    public static int points(Sweep sweep) {
        double decades = Math.abs(Math.log10(sweep.fromHz()) - Math.log10(sweep.toHz()));
        return (int) Math.min(Math.round(decades * sweep.pointsPerDecade()) + 1, Integer.MAX_VALUE);
    }

    /** The effective amplitude of a sweep, V or A. */
    public static double rms(Sweep sweep) {
        return sweep.amplitude() * RMS;
    }

    /**
     * The script.
     *
     * @param limits that the open cell must keep, and the time
     * @param heldVolts the voltage at which to measure; empty for the open-circuit voltage the instrument finds
     * @throws IllegalArgumentException if a number cannot be said
     */
    public static Script of(Style style, Limits limits, Sweep sweep, OptionalDouble heldVolts) {
        Lines lines = new Lines(style).declare("t", "v", "f", "x", "y");
        boolean galvanostatic = sweep.mode() == Sweep.Mode.GALVANOSTATIC;
        Literal set = Literal.nearest(heldVolts.orElse(0));
        lines.limits(limits, set, galvanostatic ? DB : DA);
        Literal fastest = Literal.atLeast(Math.max(sweep.fromHz(), sweep.toHz()));
        if (galvanostatic) {
            lines.mode(CurrentScript.GALVANOSTAT, fastest).range(AB, CurrentScript.volts(limits));
            lines.range(DB, Literal.atLeast(HEADROOM * sweep.amplitude()))
                    .add("set_i", 0)
                    .lookFirst();
        } else {
            potentiostat(lines, style, limits, fastest, heldVolts.isPresent());
        }
        lines.add("cell_on").add("timer_start");
        lines.add(galvanostatic ? "meas_loop_geis" : "meas_loop_eis", "f x y", arguments(sweep), "set");
        lines.send("f", "x", "y").add("timer_get", "t");
        lines.add("if", "t >= span").verdict(Verdict.TIME).end().add("endif").add("endloop");
        return lines.finished(galvanostatic ? "galvanostatic spectrum" : "potentiostatic spectrum");
    }

    private static void potentiostat(Lines lines, Style style, Limits limits, Literal fastest, boolean held) {
        double most = style.model().span().ampsMax();
        lines.mode(3, fastest);
        lines.range(BA, Literal.nearest(most / RANGE_SPAN), Literal.nearest(most));
        lines.range(AB, CurrentScript.volts(limits)).lookFirst();
        if (!held) {
            lines.add("copy_var", "v", "set");
        }
        lines.add("set_range_minmax", DA.letters(), "set", "set").add("set_e", "set");
    }

    private static String arguments(Sweep sweep) {
        return Literal.nearest(rms(sweep)) + " " + Literal.nearest(sweep.fromHz()) + " " + Literal.nearest(sweep.toHz())
                + " " + points(sweep) + "i";
    }
}
