package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Signal;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/** What stands behind a controller: measured by it, moved by it, and in its own time. Any thread. */
public interface Machine {
    /** Where the clock of every controller begins. */
    Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** How its controllers misbehave. */
    Mischief mischief();

    /** Area of the cell, m2. */
    double squareMetres();

    /** The controller's time since its beginning, in nanoseconds; stands still while it is frozen. */
    long nanos();

    /** The controller's time as a stamp. */
    default DateTime stamp() {
        return new DateTime(BEGINNING.plusNanos(nanos()));
    }

    /** What is measured now, in SI. */
    double measured(Signal signal);

    /** Moves it: a signal to a value, in SI, at so much a second. */
    void setpoint(Signal signal, double value, double perSecond);

    /** A value was written to a node and taken. */
    void note(String name, Object value);
}
