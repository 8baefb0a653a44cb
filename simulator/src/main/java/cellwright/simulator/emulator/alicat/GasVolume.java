package cellwright.simulator.emulator.alicat;

import cellwright.simulator.instrument.Approach;

/**
 * The gas between two valves: goes to the set-point on a ramp and with a lag, or stands still while the valves are held.
 * Mutable, one thread.
 */
final class GasVolume {
    private static final double LAG_SECONDS = 0.5;
    private static final double AT_ONCE_SECONDS = 1e-9;
    private static final double CLOSE_PASCALS = 1;

    private Approach gas;
    private Approach setpoint;
    private double target;
    private double perSecond = Double.POSITIVE_INFINITY;
    private boolean held;
    private double reach = 1;

    GasVolume(double pascals, long nowNanos) {
        gas = Approach.resting(nowNanos, pascals);
        setpoint = gas;
        target = pascals;
    }

    double pascals(long atNanos) {
        return gas.at(atNanos);
    }

    /** Where the set-point is on its way, Pa. */
    double setpoint(long atNanos) {
        return setpoint.at(atNanos);
    }

    double target() {
        return target;
    }

    double perSecond() {
        return perSecond;
    }

    boolean held() {
        return held;
    }

    void ramp(double pascalsPerSecond, long atNanos) {
        perSecond = pascalsPerSecond;
        sendTo(target, atNanos);
    }

    void sendTo(double pascals, long atNanos) {
        target = pascals;
        setpoint = Double.isInfinite(perSecond)
                ? Approach.resting(atNanos, pascals)
                : new Approach(atNanos, setpoint.at(atNanos), pascals, perSecond, AT_ONCE_SECONDS, CLOSE_PASCALS);
        if (!held) {
            gas = new Approach(atNanos, gas.at(atNanos), reach * pascals, perSecond, LAG_SECONDS, CLOSE_PASCALS);
        }
    }

    /** From now on the gas goes so many times as far as it is sent. */
    void overshoot(double times) {
        reach = times;
    }

    void hold(boolean now, long atNanos) {
        held = now;
        gas = Approach.resting(atNanos, gas.at(atNanos));
        if (!now) {
            sendTo(target, atNanos);
        }
    }
}
