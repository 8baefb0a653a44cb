package cellwright.protocol;

import java.util.Optional;

/** What a drive step asks of the potentiostat, as written. */
public sealed interface Setting {
    /** Open circuit. */
    record Rest() implements Setting {}

    /**
     * Constant current.
     *
     * @param direction which way; {@link Direction#SIGNED} takes the amount's own sign
     * @param current an {@link Amount.Si} in A, a C-rate, per mass or per area
     */
    record Galvanostatic(Direction direction, Amount current) implements Setting {}

    /**
     * Constant voltage.
     *
     * @param volts the potential
     * @param maxCurrent magnitude the current is held to; empty for the smallest of cell and channel
     */
    record Potentiostatic(Amount.Volts volts, Optional<Amount> maxCurrent) implements Setting {}

    /**
     * Constant power.
     *
     * @param power an {@link Amount.Si} in W, per mass or per area; positive charges
     */
    record ConstantPower(Amount power) implements Setting {}

    /** Which way a current goes. */
    enum Direction {
        /** Into the cell, positive. */
        CHARGE,
        /** Out of the cell, negative. */
        DISCHARGE,
        /** As the amount's sign says. */
        SIGNED
    }
}
