package cellwright.modbus.codec;

/** The two tables of registers a device may have, and the function that reads each. */
public enum Table {
    /** Registers that can be read and written. */
    HOLDING("holding", 3),
    /** Registers that can only be read; many devices show the same registers here. */
    INPUT("input", 4);

    private final String word;
    private final int function;

    Table(String word, int function) {
        this.word = word;
        this.function = function;
    }

    /** As it is written in a map. */
    public String word() {
        return word;
    }

    /** The function that reads it. */
    public int function() {
        return function;
    }
}
