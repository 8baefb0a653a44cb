package cellwright.scpi.dialect;

import cellwright.scpi.codec.Question;
import java.util.List;
import java.util.Optional;

/** The language of one family. */
public sealed interface Dialect permits Newer, Classic {
    /** The name in the settings. */
    String name();

    /** What the family's lines end in, as it leaves the factory. */
    String lineEnd();

    /** Which command set is active, where the family has several, and what must be. */
    Optional<Question<Outcome>> language();

    /** The off-state that opens the relay, for both sources; the family's own default is a source of 0 V. */
    List<Assignment> highImpedance();

    /** What goes before a set-up, with the output off: the source is chosen and nothing set is too large for a range. */
    List<Assignment> loosen(Plan plan);

    /** Everything a plan needs, with the output off: limit before level, ranges between. */
    List<Assignment> setUp(Plan plan, Wiring wiring);

    /** What changes with the output on, from one plan to one it {@link Plan#turnsInto turns into}: limit, then level. */
    List<Assignment> change(Plan plan);

    /** Measures both quantities now. */
    Question<Measured> reading(Plan plan);

    /** The output's relay. */
    default Assignment output(boolean on) {
        return new Assignment(on ? ":OUTP ON" : ":OUTP OFF", ":OUTP?", new Check.Flag(on));
    }

    /** How close a limit must come back: its converters are coarser than the level's. */
    static Check limit(Plan plan) {
        return new Check.Near(plan.limit(), 2e-3 * plan.limit());
    }

    /** The level before ranges are changed: no range is too small for it. */
    static Check nothing(Plan plan) {
        return new Check.Near(0, 5e-5 * plan.sourceRange());
    }

    /** How close a level must come back, by its range. */
    static Check level(Plan plan) {
        return new Check.Near(plan.level(), 5e-5 * Math.max(Math.abs(plan.level()), plan.sourceRange()));
    }
}
