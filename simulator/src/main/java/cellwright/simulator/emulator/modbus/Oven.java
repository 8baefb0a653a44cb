package cellwright.simulator.emulator.modbus;

import cellwright.simulator.instrument.Chamber;

/**
 * A chamber and the set-point that leads it: straight to its target, or at a limited rate. Mutable, one thread.
 *
 * <p>Times never run backwards.
 */
public final class Oven {
    private static final double KELVIN = 273.15;
    private static final double NANOS = 1e-9;
    private static final double FULL_POWER_KELVINS = 5;

    private Chamber air;
    private double celsius;
    private double fromCelsius;
    private long sinceNanos;
    private double kelvinsPerSecond = Double.POSITIVE_INFINITY;
    private boolean broken;

    /**
     * A chamber at rest.
     *
     * @param air the air in it
     * @param celsius the set-point, °C
     */
    public Oven(Chamber air, double celsius, long nowNanos) {
        this.air = air;
        this.celsius = celsius;
        this.fromCelsius = celsius;
        this.sinceNanos = nowNanos;
    }

    /** From now on, or no longer, the sensor's cable is cut. */
    public Oven broken(boolean now) {
        broken = now;
        return this;
    }

    /** Whether the sensor's cable is cut. */
    public boolean broken() {
        return broken;
    }

    /** The temperature of the air, in truth, °C. */
    public double celsius(long nanos) {
        return air.kelvins(nanos) - KELVIN;
    }

    /** The target of the set-point, °C. */
    public double target() {
        return celsius;
    }

    /** The set-point on its way, °C. */
    double working(long nanos) {
        double left = celsius - fromCelsius;
        double way = kelvinsPerSecond * (nanos - sinceNanos) * NANOS;
        return Math.abs(left) <= way || Double.isNaN(way) ? celsius : fromCelsius + Math.copySign(way, left);
    }

    /** The part of the heater's power, -1 to 1. */
    double power(long nanos) {
        return Math.clamp((working(nanos) - celsius(nanos)) / FULL_POWER_KELVINS, -1, 1);
    }

    /** Sends it somewhere else, °C. */
    void send(double target, long nanos) {
        fromCelsius = working(nanos);
        sinceNanos = nanos;
        celsius = target;
        air = air.sentTo(target + KELVIN, kelvinsPerSecond, nanos);
    }

    /** Limits the rate of the set-point from now on, K/s; infinite for no limit. */
    void rate(double perSecond, long nanos) {
        fromCelsius = working(nanos);
        sinceNanos = nanos;
        kelvinsPerSecond = perSecond;
        air = air.sentTo(celsius + KELVIN, perSecond, nanos);
    }
}
