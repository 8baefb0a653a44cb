package cellwright.simulator;

import cellwright.instrument.Ramp;
import cellwright.simulator.cell.Surroundings;
import cellwright.simulator.instrument.Approach;
import cellwright.simulator.instrument.Chamber;

/**
 * The press and the chamber a cell sits in. Mutable, one thread.
 *
 * <p>The press brings the pressure to its set-point. A servo then keeps it there whatever the cell does; a frame stands
 * still, and the pressure follows the thickness of the stack by the stiffness of everything in series. A new set-point
 * starts from the pressure that is there.
 */
final class Fixture implements Surroundings {
    private static final double CLOSE_PASCALS = 1;

    private final Response response;
    private Chamber chamber;
    private Approach press;
    private double setMetres;

    /**
     * How the press responds.
     *
     * @param pressSeconds its time constant, above 0
     * @param pascalsPerMetre rise of the pressure per growth of the stack; 0 for a servo
     */
    record Response(double pressSeconds, double pascalsPerMetre) {}

    Fixture(Response response, Chamber chamber, double pascals, long atNanos) {
        this.response = response;
        this.chamber = chamber;
        this.press = Approach.resting(atNanos, pascals);
    }

    @Override
    public double kelvins(long atNanos) {
        return chamber.kelvins(atNanos);
    }

    @Override
    public double pascals(long atNanos, double swellingMetres) {
        return Math.max(0, press.at(atNanos) + response.pascalsPerMetre() * (swellingMetres - setMetres));
    }

    /** The longest step from an instant that misses nothing of the chamber's motion. */
    long patienceNanos(long atNanos) {
        return chamber.patienceNanos(atNanos);
    }

    void heatTo(double kelvins, Ramp ramp, long atNanos) {
        chamber = chamber.sentTo(kelvins, ramp.perSecond(), atNanos);
    }

    void pressTo(double pascals, Ramp ramp, long atNanos, double swellingMetres) {
        double from = pascals(atNanos, swellingMetres);
        press = new Approach(atNanos, from, pascals, ramp.perSecond(), response.pressSeconds(), CLOSE_PASCALS);
        setMetres = swellingMetres;
    }
}
