package cellwright.palmsens.script;

import cellwright.palmsens.codec.Literal;
import cellwright.palmsens.codec.VarType;
import java.util.ArrayList;
import java.util.List;

/** Lines of a script in the making; what all scripts of this driver have in common. Mutable, one thread. */
final class Lines {
    private static final String[] OF_LIMITS = {"low", "high", "most", "least", "span", "bad", "strikes"};
    /** A limit counts as passed when it was in so many readings, one after the other. */
    private static final int STRIKES = 2;

    private final Style style;
    private final List<String> lines = new ArrayList<>();

    Lines(Style style) {
        this.style = style;
    }

    Lines add(String command, Object... arguments) {
        var line = new StringBuilder(command);
        for (Object argument : arguments) {
            line.append(' ').append(argument);
        }
        lines.add(line.toString());
        return this;
    }

    Lines declare(String... names) {
        for (String name : names) {
            add("var", name);
        }
        return this;
    }

    Lines store(String name, Literal value, VarType type) {
        return add("store_var", name, value, type.letters());
    }

    Lines send(String... names) {
        add("pck_start");
        for (String name : names) {
            add("pck_add", name);
        }
        return add("pck_end");
    }

    /** Takes the limits and the set value in, and tells them back before anything is switched on. */
    Lines limits(Limits limits, Literal set, VarType type) {
        declare(OF_LIMITS).declare("set");
        store("low", limits.low(), VarType.JA);
        store("high", limits.high(), VarType.JB);
        store("most", limits.most(), VarType.JC);
        store("least", new Literal(-limits.most().count(), limits.most().prefix()), VarType.JC);
        store("span", limits.span(), VarType.JD);
        store("set", set, type);
        add("store_var", "bad", "0i", VarType.AA.letters());
        add("store_var", "strikes", "0i", VarType.AA.letters());
        return send("low", "high", "most", "span", "set");
    }

    /** Opens the circuit and chooses a mode, which forgets all ranges. */
    Lines mode(int mode) {
        return mode(mode, style.bandwidth());
    }

    Lines mode(int mode, Literal bandwidth) {
        add("set_pgstat_chan", 0).add("cell_off").add("set_pgstat_mode", mode);
        if (style.mainsHertz() > 0) {
            add("set_acquisition_frac_autoadjust", style.mainsHertz());
        }
        return add("set_max_bandwidth", bandwidth);
    }

    /** One range, which is not left. */
    Lines range(VarType type, Literal size) {
        return range(type, size, size);
    }

    /** A range that follows the signal; begins with the largest. */
    Lines range(VarType type, Literal smallest, Literal largest) {
        return add("set_range", type.letters(), largest).add("set_autoranging", type.letters(), smallest, largest);
    }

    /** Looks at the open cell and goes no further if it stands outside the limits. */
    Lines lookFirst() {
        add("meas", style.interval(), "v", VarType.AB.letters()).send("v");
        add("if", "v > high").verdict(Verdict.HIGH).add("elseif", "v < low").verdict(Verdict.LOW);
        return add("endif").add("if", "bad > 0i").end().add("endif");
    }

    /** At the end of each turn of a measuring loop: limits, then time. */
    Lines judge(boolean volts, boolean amps) {
        add("store_var", "bad", "0i", VarType.AA.letters());
        if (volts) {
            add("if", "v > high").verdict(Verdict.HIGH).add("elseif", "v < low").verdict(Verdict.LOW);
            add("endif");
        }
        if (amps) {
            add("if", "i > most").verdict(Verdict.CURRENT);
            add("elseif", "i < least").verdict(Verdict.CURRENT).add("endif");
        }
        add("if", "bad > 0i").add("add_var", "strikes", "1i");
        add("else").add("store_var", "strikes", "0i", VarType.AA.letters()).add("endif");
        add("if", "strikes >= " + STRIKES + "i").end().add("endif");
        return add("if", "t >= span").verdict(Verdict.TIME).end().add("endif");
    }

    Lines verdict(Verdict verdict) {
        return add("store_var", "bad", verdict.number() + "i", VarType.AA.letters());
    }

    /** Says why, and ends; the last block opens the circuit. */
    Lines end() {
        return send("bad").add("abort");
    }

    Script finished(String name) {
        add("on_finished:").add("cell_off");
        return new Script(name, lines);
    }
}
