package cellwright.scpi;

import cellwright.instrument.Control;
import cellwright.scpi.dialect.Plan;

/** What the driver knows the instrument to be doing. */
sealed interface Doing {
    /** Nothing is known; the relay is opened before anything else. */
    record Unknown() implements Doing {}

    /** The output is off, the relay open; both were read back. */
    record Off() implements Doing {}

    /** The output is on with a plan that was read back. */
    sealed interface On extends Doing {
        /** The plan. */
        Plan plan();
    }

    /**
     * The open cell is watched with a source of 0 A.
     *
     * @param plan that of the voltmeter
     */
    record Watching(Plan plan) implements On {}

    /**
     * The cell is driven.
     *
     * @param control as asked for
     * @param plan what was made of it
     * @param watch what the instrument does not keep by itself
     */
    record Driving(Control control, Plan plan, GuardWatch watch) implements On {
        /** In words. */
        String words() {
            return switch (control) {
                case Control.Open open -> "open circuit";
                case Control.Current current -> "constant current of " + current.amps() + " A";
                case Control.Voltage hold -> "hold at " + hold.volts() + " V";
                case Control.Power power -> "constant power of " + power.watts() + " W";
            };
        }
    }
}
