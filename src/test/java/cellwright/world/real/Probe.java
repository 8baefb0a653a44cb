package cellwright.world.real;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sensor of the tests' own, driver and instrument in one, that shows what it is told. */
final class Probe implements Driver, Instrument {
    /** What it shows. */
    Sample sample = Sample.good(Signal.FORCE, 1);
    /** Whether its cable is out. */
    boolean gone;

    private NanoClock clock = () -> 0;

    InstrumentOrder order(String name) {
        return new InstrumentOrder(name, name, this, new Settings(Map.of()), Optional.empty(), Laboratory.PERIOD);
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        demand();
        clock = host.clock();
        return this;
    }

    private void demand() throws InstrumentException {
        if (gone) {
            throw new InstrumentException(Kind.LOST, "probe", "unplugged");
        }
    }

    @Override
    public Identity identity() {
        return new Identity("Tests", "probe", "T-1", "", true);
    }

    @Override
    public List<Signal> signals() {
        return List.of(sample.signal());
    }

    @Override
    public Reading read() throws InstrumentException {
        demand();
        return Reading.at(clock.nanos(), sample);
    }

    @Override
    public void makeSafe() {
        // drives nothing
    }

    @Override
    public void close() {
        // nothing is held
    }
}
