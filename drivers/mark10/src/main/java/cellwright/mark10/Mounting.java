package cellwright.mark10;

import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the gauge sits in the press: turns what it shows into force and pressure.
 *
 * @param compression 1 if the gauge shows compression above 0, -1 if below
 * @param capacityNewtons largest force of either sign it can tell, above 0
 * @param squareMetres area of the cell, if pressure is wanted
 * @param tareNewtons force it shows under an unloaded cell: punch, empty die
 */
record Mounting(double compression, double capacityNewtons, OptionalDouble squareMetres, double tareNewtons) {
    /** The signals it reports. */
    List<Signal> signals() {
        return squareMetres.isPresent() ? List.of(Signal.FORCE, Signal.PRESSURE) : List.of(Signal.FORCE);
    }

    /** Force as measured, compression above 0; pressure of the force less the tare. Beyond the capacity both are overloaded. */
    Sample[] samples(Shown shown) {
        double newtons = compression * shown.newtons();
        Quality quality = Math.abs(newtons) > capacityNewtons ? Quality.OVERLOAD : Quality.GOOD;
        List<Sample> samples = new ArrayList<>();
        samples.add(sample(Signal.FORCE, newtons, quality));
        squareMetres.ifPresent(area -> samples.add(sample(Signal.PRESSURE, (newtons - tareNewtons) / area, quality)));
        return samples.toArray(Sample[]::new);
    }

    private static Sample sample(Signal signal, double value, Quality quality) {
        return new Sample(signal, quality == Quality.OVERLOAD ? Double.NaN : value, quality);
    }
}
