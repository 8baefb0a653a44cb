package cellwright.instrument;

/** An occasion at which a jumping simulation must stop and be read. */
public sealed interface Watch {
    /**
     * The signal rises to a level or beyond.
     *
     * @param signal what is watched
     * @param level in the signal's unit
     * @param magnitude true to judge the absolute value
     */
    record Above(Signal signal, double level, boolean magnitude) implements Watch {}

    /**
     * The signal falls to a level or below.
     *
     * @param signal what is watched
     * @param level in the signal's unit
     * @param magnitude true to judge the absolute value
     */
    record Below(Signal signal, double level, boolean magnitude) implements Watch {}

    /**
     * The signal moved a step away from a value, either way; located to a tenth of the step.
     *
     * @param signal what is watched
     * @param from where it moves away from, in the signal's unit
     * @param step above 0, in the signal's unit
     */
    record Change(Signal signal, double from, double step) implements Watch {}

    /**
     * The magnitude of the net charge passed since the watches were set reached an amount.
     *
     * @param coulombs above 0
     */
    record ChargePassed(double coulombs) implements Watch {}

    /**
     * The magnitude of the net energy passed since the watches were set reached an amount.
     *
     * @param joules above 0
     */
    record EnergyPassed(double joules) implements Watch {}
}
