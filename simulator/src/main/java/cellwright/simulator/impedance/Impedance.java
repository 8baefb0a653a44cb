package cellwright.simulator.impedance;

import java.util.List;

/** A linear thing with two terminals: its complex resistance over frequency. Implementations are immutable. */
@FunctionalInterface
public interface Impedance {
    /**
     * The complex resistance, ohm; capacitive below the real axis.
     *
     * @param radPerSecond angular frequency, above 0
     */
    Complex at(double radPerSecond);

    /** The same at a frequency in hertz, above 0. */
    default Complex atHertz(double hertz) {
        return at(2 * Math.PI * hertz);
    }

    /** This and others one after the other. */
    default Impedance then(Impedance... others) {
        List<Impedance> copy = List.of(others);
        return radPerSecond -> {
            Complex sum = at(radPerSecond);
            for (Impedance other : copy) {
                sum = sum.plus(other.at(radPerSecond));
            }
            return sum;
        };
    }

    /** This and another between the same two terminals. */
    default Impedance beside(Impedance other) {
        return radPerSecond -> at(radPerSecond).beside(other.at(radPerSecond));
    }
}
