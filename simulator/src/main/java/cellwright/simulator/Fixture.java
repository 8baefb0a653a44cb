package cellwright.simulator;

import cellwright.instrument.Ramp;
import cellwright.simulator.cell.Surroundings;

/** The press and the chamber a cell sits in. Mutable, one thread. */
final class Fixture implements Surroundings {
    private static final double CLOSE_KELVINS = 1e-6;
    private static final double CLOSE_PASCALS = 1;

    private final Response response;
    private Approach chamber;
    private Approach press;

    /**
     * How quickly press and chamber respond.
     *
     * @param pressSeconds time constant of the press, above 0
     * @param chamberSeconds time constant of the chamber, above 0
     * @param chamberKelvinsPerSecond fastest ramp of the chamber, above 0
     */
    record Response(double pressSeconds, double chamberSeconds, double chamberKelvinsPerSecond) {}

    Fixture(Response response, double kelvins, double pascals, long atNanos) {
        this.response = response;
        this.chamber = Approach.resting(atNanos, kelvins);
        this.press = Approach.resting(atNanos, pascals);
    }

    @Override
    public double kelvins(long atNanos) {
        return chamber.at(atNanos);
    }

    @Override
    public double pascals(long atNanos) {
        return press.at(atNanos);
    }

    void heatTo(double kelvins, Ramp ramp, long atNanos) {
        double rate = Math.min(ramp.perSecond(), response.chamberKelvinsPerSecond());
        chamber = new Approach(atNanos, chamber.at(atNanos), kelvins, rate, response.chamberSeconds(), CLOSE_KELVINS);
    }

    void pressTo(double pascals, Ramp ramp, long atNanos) {
        press = new Approach(
                atNanos, press.at(atNanos), pascals, ramp.perSecond(), response.pressSeconds(), CLOSE_PASCALS);
    }
}
