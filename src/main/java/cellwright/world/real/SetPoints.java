package cellwright.world.real;

import cellwright.engine.Effect;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one press or chamber was set to, in its own resolution, to be compared once it is back after it was gone. What is another
 * by then is told once and never sent again: nobody knows what people did meanwhile. Its tasks are the lane's.
 */
final class SetPoints {
    private final Map<Signal, Double> given = new ConcurrentHashMap<>();

    /** A task: gives a set-point and asks what the instrument made of it. */
    Terminal.Task<Boolean> giving(Effect.Setpoint order) {
        return instrument -> {
            given.remove(order.signal());
            Regulator regulator = (Regulator) instrument;
            regulator.setpoint(order.signal(), order.value(), order.ramp());
            regulator.heldSetpoint(order.signal()).ifPresent(there -> given.put(order.signal(), there));
            return true;
        };
    }

    /** A task: fails with kind {@code REFUSED} if a set-point is not the one that was given. */
    Terminal.Task<Boolean> comparing(String name) {
        return instrument -> {
            Map<Signal, Double> expected = Map.copyOf(given);
            for (Map.Entry<Signal, Double> each : expected.entrySet()) {
                compare(name, instrument, each.getKey(), each.getValue());
            }
            return true;
        };
    }

    private void compare(String name, Instrument instrument, Signal signal, double expected)
            throws InstrumentException {
        OptionalDouble there =
                instrument instanceof Regulator regulator ? regulator.heldSetpoint(signal) : OptionalDouble.empty();
        if (there.isPresent() && there.getAsDouble() != expected && given.remove(signal, expected)) {
            throw new InstrumentException(
                    Kind.REFUSED,
                    name,
                    "after it was gone its set-point of " + signal.name() + " is " + words(there.getAsDouble(), signal)
                            + ", and it was given " + words(expected, signal)
                            + "; it is not sent again; set it at the instrument, or stop the run");
        }
    }

    private static String words(double value, Signal signal) {
        return String.format(Locale.ROOT, "%.6g %s", value, signal.unit().symbol());
    }
}
