package cellwright.simulator.emulator.modbus;

/**
 * A Watlow F4T whose first loop leads a chamber: single-precision numbers, low word first, functions 3, 6 and 16. A sensor
 * whose cable is cut reads as no number. Mutable, one thread.
 */
public final class EmulatedWatlow extends BankedDevice {
    /** Value of the control mode: automatic. */
    public static final int AUTO = 10;

    /** Value of the control mode and of the ramp: off. */
    public static final int OFF = 62;

    private static final int MOST = 125;
    private static final int AT_SETPOINT = 85;
    private static final int STARTUP = 88;
    private static final int BOTH = 13;
    private static final int HOURS = 39;
    private static final int MINUTES = 57;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double PERCENT = 100;

    private final Oven oven;
    private double low;
    private double high;
    private double rate = 1;
    private int ramp = OFF;
    private int scale = MINUTES;
    private int mode = AUTO;

    /**
     * A controller.
     *
     * @param oven what it leads
     * @param low smallest set-point it allows, °C
     * @param high largest set-point it allows, °C
     */
    public EmulatedWatlow(Oven oven, double low, double high) {
        super(MOST, READ_HOLDING, WRITE_ONE, WRITE_MANY);
        this.oven = oven;
        this.low = low;
        this.high = high;
        bank().text(16, "F4T1L2EAA1D1AAA")
                .word(2730, now -> mode, (value, now) -> mode = (int) value)
                .single(2774, now -> this.low, (value, now) -> this.low = value)
                .single(2776, now -> this.high, (value, now) -> this.high = value)
                .single(2782, now -> oven.target(), this::send)
                .word(2794, now -> ramp, this::ramp)
                .word(2796, now -> scale, this::scale)
                .single(2798, now -> rate, this::rate)
                .single(2808, now -> mode == AUTO ? PERCENT * oven.power(now) : 0)
                .single(2810, oven::working)
                .word(2814, now -> mode)
                .single(2820, now -> oven.broken() ? Double.NaN : oven.celsius(now));
    }

    /** Somebody presses a key. */
    public EmulatedWatlow mode(int now) {
        mode = now;
        return this;
    }

    private void send(double celsius, long nanos) throws ModbusRefusal {
        if (!(celsius >= low && celsius <= high)) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        oven.send(celsius, nanos);
    }

    private void ramp(double action, long nanos) throws ModbusRefusal {
        int wanted = (int) action;
        if (wanted != OFF && wanted != AT_SETPOINT && wanted != STARTUP && wanted != BOTH) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        ramp = wanted;
        limit(nanos);
    }

    private void scale(double per, long nanos) throws ModbusRefusal {
        if ((int) per != MINUTES && (int) per != HOURS) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        scale = (int) per;
        limit(nanos);
    }

    private void rate(double per, long nanos) throws ModbusRefusal {
        if (!(per >= 0)) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        rate = per;
        limit(nanos);
    }

    private void limit(long nanos) {
        boolean limited = ramp == AT_SETPOINT || ramp == BOTH;
        oven.rate(limited ? rate / (scale == MINUTES ? MINUTE : HOUR) : Double.POSITIVE_INFINITY, nanos);
    }
}
