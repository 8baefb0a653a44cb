package cellwright.simulator.cell;

import cellwright.simulator.impedance.Linearised;
import java.util.Optional;

/**
 * A cell that can be asked "what if": steps are proposed and only then accepted, so that an instant of interest inside a
 * step is found by proposing a shorter one; and that can be linearised where it stands.
 *
 * <p>{@link #volts()}, {@link #amps()}, {@link #coulombs()}, {@link #joules()} and {@link #left()} speak of the latest
 * {@link #settle} or {@link #propose}. Mutable, used by one thread.
 */
public interface CellModel extends Linearised {
    /** Forgets what a step could lean on from the one before; to be called when the drive or the surroundings jump. */
    void disturb();

    /** Finds voltage and current under a drive in the accepted state, without moving time. */
    void settle(Drive drive, long atNanos);

    /**
     * Proposes one step from the accepted state, which it does not change.
     *
     * @param drive what the circuit imposes over the whole step
     * @param fromNanos where the accepted state stands
     * @param nanos length of the step, above 0
     * @return the estimated error of the step in units of the tolerance: at most 1 is good enough
     */
    double propose(Drive drive, long fromNanos, long nanos);

    /** Makes the latest proposal the state of the cell. */
    void accept();

    /** Cell voltage, V. */
    double volts();

    /** Current, A, positive charges. */
    double amps();

    /** Charge that passes in the proposed step, C, exactly what the electrodes exchange; 0 after {@link #settle}. */
    double coulombs();

    /** Energy that passes in the proposed step, J; 0 after {@link #settle}. */
    double joules();

    /** Temperature of the cell at the end of the proposed step or where it was settled, K. */
    double kelvins();

    /** Stack pressure then, Pa. */
    double pascals();

    /** By how much the stack is thicker than when it was assembled, in the accepted state, m. */
    double swellingMetres();

    /** What the model does not describe about the state looked at; empty if all is well. */
    Optional<String> left();
}
