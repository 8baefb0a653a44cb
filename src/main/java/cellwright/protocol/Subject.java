package cellwright.protocol;

import cellwright.instrument.Signal;

/** A measured quantity that conditions and limits speak of. */
public enum Subject {
    /** Cell voltage; levels may carry a reference electrode. */
    VOLTAGE(Signal.VOLTAGE),
    /** Current; end conditions judge its magnitude, limits its sign too. */
    CURRENT(Signal.CURRENT),
    /** Temperature of the cell. */
    TEMPERATURE(Signal.TEMPERATURE),
    /** Stack pressure. */
    PRESSURE(Signal.PRESSURE),
    /** Force on the stack. */
    FORCE(Signal.FORCE);

    private final Signal signal;

    Subject(Signal signal) {
        this.signal = signal;
    }

    /** The signal that carries it. */
    public Signal signal() {
        return signal;
    }

    /** The word used in files and messages: the signal's name. */
    public String word() {
        return signal.name();
    }
}
