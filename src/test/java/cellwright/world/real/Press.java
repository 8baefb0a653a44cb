package cellwright.world.real;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A press of the tests' own, driver and instrument in one: keeps a pressure, and fails as it is told. */
final class Press implements Driver, Regulator {
    /** What is under the piston, Pa. */
    double pascals = 10e6;
    /** Set-points it was given. */
    final List<Double> targets = new ArrayList<>();
    /** What its next calls fail with. */
    Optional<Kind> failing = Optional.empty();
    /** Whether its driver has a fault of its own. */
    boolean buggy;

    private NanoClock clock = () -> 0;

    InstrumentOrder order(String name) {
        return new InstrumentOrder(name, name, this, new Settings(Map.of()), Optional.empty(), Laboratory.PERIOD);
    }

    @Override
    public String name() {
        return "press";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        fail();
        clock = host.clock();
        return this;
    }

    private void fail() throws InstrumentException {
        if (buggy) {
            throw new IllegalStateException("index 7 out of bounds");
        }
        if (failing.isPresent()) {
            throw new InstrumentException(failing.get(), "press", "failed as told");
        }
    }

    @Override
    public Identity identity() {
        return new Identity("Tests", "press", "P-1", "", true);
    }

    @Override
    public List<Signal> signals() {
        return List.of(Signal.PRESSURE);
    }

    @Override
    public List<Signal> regulates() {
        return List.of(Signal.PRESSURE);
    }

    @Override
    public Span span(Signal signal) {
        return new Span(0, 500e6);
    }

    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        fail();
        targets.add(value);
        pascals = value;
    }

    @Override
    public OptionalDouble heldSetpoint(Signal signal) {
        return OptionalDouble.of(pascals);
    }

    @Override
    public Reading read() throws InstrumentException {
        fail();
        return Reading.at(clock.nanos(), Sample.good(Signal.PRESSURE, pascals));
    }

    @Override
    public void makeSafe() {
        // keeps its pressure
    }

    @Override
    public void close() {
        // nothing is held
    }
}
