package cellwright.simulator.emulator.modbus;

/** A device behind a Modbus address: registers that are read and written at a time. Mutable, one thread. */
public interface RegisterDevice {
    /** Function: read holding registers. */
    int READ_HOLDING = 3;

    /** Function: read input registers. */
    int READ_INPUT = 4;

    /** Function: write one register. */
    int WRITE_ONE = 6;

    /** Function: write registers that follow each other. */
    int WRITE_MANY = 16;

    /** Whether it knows a function. */
    boolean knows(int function);

    /** Most registers of one request. */
    int most();

    /**
     * The words of registers that follow each other.
     *
     * @throws ModbusRefusal if there are not so many there
     */
    int[] read(int at, int count, long atNanos) throws ModbusRefusal;

    /**
     * Writes registers that follow each other.
     *
     * @throws ModbusRefusal if that cannot be; nothing is written then
     */
    void write(int at, int[] words, long atNanos) throws ModbusRefusal;
}
