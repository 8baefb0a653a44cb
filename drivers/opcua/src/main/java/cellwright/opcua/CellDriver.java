package cellwright.opcua;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Role;
import cellwright.opcua.session.RawValues;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** A potentiostat behind a server. Guard, set-point and mode are written in this order, once each, and read back. One thread. */
public final class CellDriver implements Potentiostat {
    private static final double NANOS = 1e9;

    private final Station station;
    private final Envelope envelope;
    private final List<Signal> signals;
    private final Role mode;

    CellDriver(Station station, Envelope envelope) {
        this.station = station;
        this.envelope = envelope;
        this.signals = station.signals();
        this.mode = station.role("Mode").orElseThrow();
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
    public Envelope envelope() {
        return envelope;
    }

    /** {@inheritDoc} What it keeps is what the map has nodes for. */
    @Override
    public Autonomy autonomy() {
        return new Autonomy(
                station.role("Guard.Voltage.Min").isPresent()
                        && station.role("Guard.Voltage.Max").isPresent(),
                station.role("Guard.Current.Max").isPresent(),
                station.role("Guard.Time").isPresent(),
                0);
    }

    @Override
    public Reading read() throws InstrumentException {
        return station.stamped(station.samples());
    }

    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        refuseBeyond(control, guard);
        if (control instanceof Control.Open) {
            open();
            return;
        }
        station.demandReady();
        set("Guard.Voltage.Min", guard.voltsMin());
        set("Guard.Voltage.Max", guard.voltsMax());
        set("Guard.Current.Max", guard.ampsMax());
        Optional<Role> time = station.role("Guard.Time");
        set(
                "Guard.Time",
                Math.min(
                        guard.maxNanos() / NANOS,
                        time.map(role -> role.measure().si(role.type().highest()))
                                .orElse(0.0)));
        switch (control) {
            case Control.Open open -> open();
            case Control.Current current -> {
                set("Current.Setpoint", current.amps());
                station.command(mode, number("current"));
            }
            case Control.Voltage hold -> {
                set("Current.Limit", hold.maxAmps());
                set("Voltage.Setpoint", hold.volts());
                station.command(mode, number("voltage"));
            }
            case Control.Power power -> throw cannotHoldPower();
        }
    }

    private void set(String name, double si) throws InstrumentException {
        Optional<Role> role = station.role(name);
        if (role.isPresent()) {
            Optional<Variant> value =
                    RawValues.number(role.get().type(), role.get().measure().number(si));
            if (value.isEmpty()) {
                throw station.complaint(
                        Kind.OUT_OF_ENVELOPE,
                        si + " does not fit into " + role.get().words() + "; the mode stays");
            }
            station.command(role.get(), value.get());
        }
    }

    private Variant number(String word) {
        return RawValues.text(mode.type(), String.valueOf(mode.modes().get(word)));
    }

    private void open() throws InstrumentException {
        station.resume();
        station.command(mode, number("open"));
    }

    private InstrumentException cannotHoldPower() {
        return station.complaint(
                Kind.OUT_OF_ENVELOPE,
                "has no mode for constant power; nothing was set; ask for a current or a voltage");
    }

    private void refuseBeyond(Control control, Guard guard) throws InstrumentException {
        boolean fits =
                switch (control) {
                    case Control.Open open -> true;
                    case Control.Current current -> Math.abs(current.amps()) <= envelope.ampsMax();
                    case Control.Voltage hold ->
                        hold.volts() >= envelope.voltsMin()
                                && hold.volts() <= envelope.voltsMax()
                                && hold.maxAmps() > 0
                                && hold.maxAmps() <= envelope.ampsMax();
                    case Control.Power power -> throw cannotHoldPower();
                };
        boolean kept = guard.voltsMin() >= envelope.voltsMin()
                && guard.voltsMax() <= envelope.voltsMax()
                && guard.ampsMax() <= envelope.ampsMax();
        if (!fits || (!kept && control.energises())) {
            throw station.complaint(
                    Kind.OUT_OF_ENVELOPE, control + " under " + guard + " exceeds " + envelope + "; nothing was set");
        }
    }

    /** {@inheritDoc} Here it is the mode for open circuit, read back. */
    @Override
    public void makeSafe() throws InstrumentException {
        open();
    }

    @Override
    public void close() {
        station.close();
    }
}
