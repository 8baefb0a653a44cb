package cellwright.opcua;

import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.List;

/** Measures and does nothing else. One thread. */
public final class Sensor implements Instrument {
    private final Station station;
    private final List<Signal> signals;

    Sensor(Station station) {
        this.station = station;
        this.signals = station.signals();
    }

    @Override
    public Identity identity() {
        return station.identity();
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public Reading read() throws InstrumentException {
        return station.stamped(station.samples());
    }

    /** Nothing to do: it drives nothing. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        station.close();
    }
}
