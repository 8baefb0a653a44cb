package cellwright.simulator.emulator.modbus;

import java.util.Set;

/** A device whose registers lie in a {@link RegisterBank}. Mutable, one thread. */
abstract class BankedDevice implements RegisterDevice {
    private final int most;
    private final Set<Integer> functions;
    private final RegisterBank bank = new RegisterBank();

    /**
     * A device without registers so far.
     *
     * @param most registers of one request
     * @param functions it knows
     */
    BankedDevice(int most, Integer... functions) {
        this.most = most;
        this.functions = Set.of(functions);
    }

    /** Its registers. */
    final RegisterBank bank() {
        return bank;
    }

    /** How often a register was written. */
    public final int writes(int at) {
        return bank.writes(at);
    }

    @Override
    public final boolean knows(int function) {
        return functions.contains(function);
    }

    @Override
    public final int most() {
        return most;
    }

    @Override
    public final int[] read(int at, int count, long atNanos) throws ModbusRefusal {
        return bank.read(at, count, atNanos);
    }

    @Override
    public final void write(int at, int[] words, long atNanos) throws ModbusRefusal {
        bank.write(at, words, atNanos);
    }
}
