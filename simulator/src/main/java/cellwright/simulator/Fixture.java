package cellwright.simulator;

import cellwright.instrument.Ramp;
import cellwright.simulator.cell.Surroundings;

/**
 * The press and the chamber a cell sits in. Mutable, one thread.
 *
 * <p>The press brings the pressure to its set-point. A servo then keeps it there whatever the cell does; a frame stands
 * still, and the pressure follows the thickness of the stack by the stiffness of everything in series. A new set-point
 * starts from the pressure that is there.
 */
final class Fixture implements Surroundings {
    private static final double CLOSE_KELVINS = 1e-6;
    private static final double CLOSE_PASCALS = 1;

    private final Response response;
    private Approach chamber;
    private Approach press;
    private double setMetres;

    /**
     * How quickly press and chamber respond.
     *
     * @param pressSeconds time constant of the press, above 0
     * @param chamberSeconds time constant of the chamber, above 0
     * @param chamberKelvinsPerSecond fastest ramp of the chamber, above 0
     * @param pascalsPerMetre rise of the pressure per growth of the stack; 0 for a servo
     */
    record Response(
            double pressSeconds, double chamberSeconds, double chamberKelvinsPerSecond, double pascalsPerMetre) {}

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
    public double pascals(long atNanos, double swellingMetres) {
        return Math.max(0, press.at(atNanos) + response.pascalsPerMetre() * (swellingMetres - setMetres));
    }

    void heatTo(double kelvins, Ramp ramp, long atNanos) {
        double rate = Math.min(ramp.perSecond(), response.chamberKelvinsPerSecond());
        chamber = new Approach(atNanos, chamber.at(atNanos), kelvins, rate, response.chamberSeconds(), CLOSE_KELVINS);
    }

    void pressTo(double pascals, Ramp ramp, long atNanos, double swellingMetres) {
        double from = pascals(atNanos, swellingMetres);
        press = new Approach(atNanos, from, pascals, ramp.perSecond(), response.pressSeconds(), CLOSE_PASCALS);
        setMetres = swellingMetres;
    }
}
