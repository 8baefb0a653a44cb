package cellwright.simulator.emulator.modbus;

/** An exception in the protocol's sense: the device understood and refuses. */
public final class ModbusRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** It does not know the function. */
    static final int FUNCTION = 1;

    /** There is no such register. */
    static final int ADDRESS = 2;

    /** The value or the number of registers is not allowed. */
    static final int VALUE = 3;

    private final int code;

    ModbusRefusal(int code) {
        super("exception " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
