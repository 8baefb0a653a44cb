package cellwright.palmsens.script;

import static cellwright.palmsens.codec.VarType.AB;
import static cellwright.palmsens.codec.VarType.BA;
import static cellwright.palmsens.codec.VarType.EB;

import cellwright.palmsens.codec.Literal;

/**
 * Open circuit, read: the cell is off and voltage and current are measured. Ends after an hour and is sent again, so that
 * a forgotten instrument falls silent.
 */
public final class RestScript {
    /** How long one script watches, s. */
    public static final int SECONDS = 3600;

    private RestScript() {}

    /** The script. */
    public static Script of(Style style) {
        Lines lines = new Lines(style).declare("t", "v", "i");
        lines.mode(style.model().holdMode());
        lines.range(AB, Literal.nearest(style.model().span().voltsMax()));
        lines.range(BA, Literal.nearest(style.model().span().ampsMax() / 1e4), amps(style))
                .add("timer_start");
        if (style.readback()) {
            lines.add("meas_loop_ocp", "v", style.interval(), SECONDS, "add_meas(0 ba i)");
            lines.add("timer_get", "t").send("t", "i", "v");
        } else {
            lines.store("t", Literal.nearest(0), EB).add("loop", "t <= " + SECONDS);
            lines.add("meas", half(style), "v", AB.letters()).add("meas", half(style), "i", BA.letters());
            lines.add("timer_get", "t").send("t", "i", "v");
        }
        return lines.add("endloop").finished("rest");
    }

    private static Literal amps(Style style) {
        return Literal.nearest(style.model().span().ampsMax());
    }

    private static Literal half(Style style) {
        return Literal.nearest(style.intervalSeconds() / 2);
    }
}
