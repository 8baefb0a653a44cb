package cellwright.lab.reproduce;

/** What a measured number is to be, in the unit of its check. */
public sealed interface Target {
    /** Close to a value: both ends belong to it. */
    record Near(double value, double tolerance) implements Target {}

    /** Between two values: both belong to it. */
    record Between(double low, double high) implements Target {}

    /** A value or more. */
    record AtLeast(double value) implements Target {}

    /** A value or less. */
    record AtMost(double value) implements Target {}

    /** Less than a value. */
    record Below(double value) implements Target {}

    /** Lower end; negative infinity if there is none. */
    default double low() {
        return switch (this) {
            case Near near -> near.value - near.tolerance;
            case Between between -> between.low;
            case AtLeast least -> least.value;
            case AtMost ignored -> Double.NEGATIVE_INFINITY;
            case Below ignored -> Double.NEGATIVE_INFINITY;
        };
    }

    /** Upper end; infinity if there is none. */
    default double high() {
        return switch (this) {
            case Near near -> near.value + near.tolerance;
            case Between between -> between.high;
            case AtLeast ignored -> Double.POSITIVE_INFINITY;
            case AtMost most -> most.value;
            case Below below -> below.value;
        };
    }

    /** Whether a number is what it is to be; NaN never is. */
    default boolean met(double measured) {
        return switch (this) {
            case Below below -> measured < below.value;
            case Near ignored -> measured >= low() && measured <= high();
            case Between ignored -> measured >= low() && measured <= high();
            case AtLeast ignored -> measured >= low();
            case AtMost ignored -> measured <= high();
        };
    }

    /** The number a reader looks for: the value, or the middle of what is allowed. */
    default double value() {
        return switch (this) {
            case Near near -> near.value;
            case Between between -> (between.low + between.high) / 2;
            case AtLeast least -> least.value;
            case AtMost most -> most.value;
            case Below below -> below.value;
        };
    }

    /** How far from {@link #value} is allowed either way; NaN where only one side is bounded. */
    default double tolerance() {
        return switch (this) {
            case Near near -> near.tolerance;
            case Between between -> (between.high - between.low) / 2;
            case AtLeast ignored -> Double.NaN;
            case AtMost ignored -> Double.NaN;
            case Below ignored -> Double.NaN;
        };
    }

    /** In words, without the unit. */
    default String words() {
        return switch (this) {
            case Near near ->
                near.tolerance == 0
                        ? Numbers.words(near.value)
                        : Numbers.words(near.value) + " ± " + Numbers.words(near.tolerance);
            case Between between -> Numbers.words(between.low) + " to " + Numbers.words(between.high);
            case AtLeast least -> "≥ " + Numbers.words(least.value);
            case AtMost most -> "≤ " + Numbers.words(most.value);
            case Below below -> "< " + Numbers.words(below.value);
        };
    }
}
