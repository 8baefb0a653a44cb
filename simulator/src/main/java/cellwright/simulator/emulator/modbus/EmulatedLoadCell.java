package cellwright.simulator.emulator.modbus;

import java.util.function.DoubleSupplier;

/**
 * A Laumas TLB weight transmitter with a load cell on it: functions 3 and 16, at most 32 registers, weights as magnitudes
 * with their signs in the status. Mutable, one thread.
 */
public final class EmulatedLoadCell extends BankedDevice {
    private static final int MOST = 32;
    private static final int TYPE = 9;
    private static final int FIRMWARE = 104;
    private static final int YEAR = 2024;
    private static final int TARE = 7;
    private static final int ZERO = 8;
    private static final int GROSS = 9;
    private static final int SAVE = 99;
    private static final long MOST_COUNTS = 999_999;

    private final DoubleSupplier newtons;
    private final double division;
    private long zero;
    private long tare;
    private boolean broken;
    private boolean moving;
    private double capacityNewtons = Double.POSITIVE_INFINITY;
    private double addedNewtons;

    /**
     * A transmitter.
     *
     * @param serial its serial number, 0 to 65535
     * @param newtons the force on the load cell now
     * @param division N that one count stands for, above 0
     */
    public EmulatedLoadCell(int serial, DoubleSupplier newtons, double division) {
        super(MOST, READ_HOLDING, WRITE_MANY);
        this.newtons = newtons;
        this.division = division;
        bank().word(0, now -> FIRMWARE)
                .word(1, now -> TYPE)
                .word(2, now -> YEAR)
                .word(3, now -> serial)
                .word(4, now -> 0)
                .word(5, now -> 0, this::command)
                .word(6, now -> status())
                .doubleWord(7, now -> Math.abs(gross()))
                .doubleWord(9, now -> Math.abs(net()))
                .doubleWord(11, now -> 0)
                .word(13, now -> 0)
                .word(14, now -> 0)
                .word(15, now -> 0);
    }

    /** From now on, or no longer, the load cell's cable is cut. */
    public EmulatedLoadCell broken(boolean now) {
        broken = now;
        return this;
    }

    /** From now on, or no longer, the weight moves. */
    public EmulatedLoadCell moving(boolean now) {
        moving = now;
        return this;
    }

    /** Beyond so much force it says that it is overloaded. */
    public EmulatedLoadCell capacity(double newtons) {
        capacityNewtons = newtons;
        return this;
    }

    /** From now on it carries so much more than the press puts on it, N. */
    public EmulatedLoadCell add(double newtons) {
        addedNewtons = newtons;
        return this;
    }

    /** How many commands it was given. */
    public int commands() {
        return writes(5);
    }

    private double carried() {
        return newtons.getAsDouble() + addedNewtons;
    }

    private long counts() {
        return Math.round(carried() / division);
    }

    private long gross() {
        return counts() - zero;
    }

    private long net() {
        return gross() - tare;
    }

    private int status() {
        return bit(0, broken)
                | bit(2, carried() > capacityNewtons)
                | bit(4, Math.abs(gross()) > MOST_COUNTS)
                | bit(5, Math.abs(net()) > MOST_COUNTS)
                | bit(7, gross() < 0)
                | bit(8, net() < 0)
                | bit(10, tare != 0)
                | bit(11, !moving)
                | bit(12, gross() == 0);
    }

    private static int bit(int number, boolean set) {
        return set ? 1 << number : 0;
    }

    private void command(double code, long nanos) throws ModbusRefusal {
        switch ((int) code) {
            case TARE -> tare = gross();
            case ZERO -> zero = counts();
            case GROSS -> tare = 0;
            case SAVE -> {}
            default -> throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
    }
}
