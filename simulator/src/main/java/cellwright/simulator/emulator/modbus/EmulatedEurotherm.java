package cellwright.simulator.emulator.modbus;

/**
 * A Eurotherm 3216 that leads a chamber: integers with one decimal, functions 3, 4, 6 and 16. A set-point beyond its limits
 * is cut to them without a word. Mutable, one thread.
 */
public final class EmulatedEurotherm extends BankedDevice {
    private static final int MOST = 125;
    private static final double DECIMAL = 10;
    private static final int TYPE = 0x3216;
    private static final int VERSION = 0x0211;
    private static final double SECONDS = 60;
    private static final double RANGE_LOW = -100;
    private static final double RANGE_HIGH = 500;
    private static final int OVER_RANGE = 10;
    private static final int SENSOR_BREAK = 5;
    private static final int MANUAL = 4;

    private final Oven oven;
    private double low;
    private double high;
    private double rate;
    private int mode;
    private int manual;
    private int remote;

    /**
     * A controller.
     *
     * @param oven what it leads
     * @param low smallest set-point it allows, °C
     * @param high largest set-point it allows, °C
     */
    public EmulatedEurotherm(Oven oven, double low, double high) {
        super(MOST, READ_HOLDING, READ_INPUT, WRITE_ONE, WRITE_MANY);
        this.oven = oven;
        this.low = low;
        this.high = high;
        bank().word(1, now -> DECIMAL * (oven.broken() ? RANGE_HIGH : oven.celsius(now)))
                .word(2, now -> DECIMAL * oven.target(), (value, now) -> oven.send(allowed(value / DECIMAL), now))
                .word(4, now -> DECIMAL * 100 * oven.power(now))
                .word(5, now -> DECIMAL * oven.working(now))
                .word(11, now -> DECIMAL * RANGE_LOW)
                .word(12, now -> DECIMAL * RANGE_HIGH)
                .word(35, now -> DECIMAL * rate, (value, now) -> rate(value / DECIMAL, now))
                .word(75, this::status)
                .word(107, now -> VERSION)
                .word(111, now -> DECIMAL * this.high, (value, now) -> this.high = value / DECIMAL)
                .word(112, now -> DECIMAL * this.low, (value, now) -> this.low = value / DECIMAL)
                .word(122, now -> TYPE)
                .word(199, now -> mode, (value, now) -> mode = (int) value)
                .word(273, now -> manual, (value, now) -> manual = (int) value)
                .word(276, now -> remote, (value, now) -> remote = (int) value);
    }

    /** Somebody presses a key: 0 operating, 1 standby. */
    public EmulatedEurotherm mode(int now) {
        mode = now;
        return this;
    }

    /** Somebody presses a key: 0 automatic, 1 manual. */
    public EmulatedEurotherm manual(int now) {
        manual = now;
        return this;
    }

    /** Somebody turns the set-point at the device, °C. */
    public EmulatedEurotherm press(double celsius, long nanos) {
        oven.send(allowed(celsius), nanos);
        return this;
    }

    private double allowed(double celsius) {
        return Math.clamp(celsius, low, high);
    }

    private void rate(double perMinute, long nanos) throws ModbusRefusal {
        if (perMinute < 0) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        rate = perMinute;
        oven.rate(perMinute == 0 ? Double.POSITIVE_INFINITY : perMinute / SECONDS, nanos);
    }

    private int status(long nanos) {
        return (manual != 0 ? 1 << MANUAL : 0)
                | (oven.broken() ? 1 << SENSOR_BREAK : 0)
                | (oven.celsius(nanos) > RANGE_HIGH ? 1 << OVER_RANGE : 0);
    }
}
