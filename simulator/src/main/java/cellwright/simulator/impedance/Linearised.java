package cellwright.simulator.impedance;

/** A model that can be linearised where it stands. */
@FunctionalInterface
public interface Linearised {
    /**
     * The impedance in the present state: the answer to a current so small that it changes nothing, while the state itself
     * is thought to stand still. It stays what it is when the model moves on.
     */
    Impedance impedance();
}
