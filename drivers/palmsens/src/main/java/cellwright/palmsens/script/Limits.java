package cellwright.palmsens.script;

import cellwright.instrument.Guard;
import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.Literal;
import cellwright.palmsens.codec.VarType;

/**
 * A guard as a script says it; where a number must be rounded, it is rounded inwards.
 *
 * @param low lowest voltage
 * @param high highest voltage
 * @param most largest current magnitude, A
 * @param span longest time, s
 */
public record Limits(Literal low, Literal high, Literal most, Literal span) {
    /** A guard without a time is given this one, s, some three years: no script is without an end. */
    public static final double LONGEST_SECONDS = 1e8;

    private static final double NANOS = 1e9;
    /** What the instrument's own arithmetic of 24 bits may change. */
    private static final double TOLD_CLOSE = 1e-6;

    /**
     * A guard in a script's words.
     *
     * @throws IllegalArgumentException if it cannot be said
     */
    public static Limits of(Guard guard) {
        return new Limits(
                Literal.atLeast(guard.voltsMin()),
                Literal.atMost(guard.voltsMax()),
                Literal.atMost(guard.ampsMax()),
                Literal.atMost(Math.min(guard.maxNanos() / NANOS, LONGEST_SECONDS)));
    }

    /** The same, with room for the noise of a voltage that is held at the edge or near it. */
    Limits around(double heldVolts, double room) {
        return new Limits(
                low.value() > heldVolts - room ? Literal.nearest(heldVolts - room) : low,
                high.value() < heldVolts + room ? Literal.nearest(heldVolts + room) : high,
                most,
                span);
    }

    /** The same with a smaller current; a larger one changes nothing. */
    Limits atMost(double amps) {
        return amps < most.value() ? new Limits(low, high, Literal.atMost(amps), span) : this;
    }

    /** Whether the instrument told back what it was told. */
    public boolean toldBack(DataPackage told) {
        return same(told, VarType.JA, low)
                && same(told, VarType.JB, high)
                && same(told, VarType.JC, most)
                && same(told, VarType.JD, span);
    }

    private static boolean same(DataPackage told, VarType type, Literal said) {
        return told.first(type)
                .filter(found -> Math.abs(found.value() - said.value()) <= TOLD_CLOSE * Math.abs(said.value()))
                .isPresent();
    }
}
