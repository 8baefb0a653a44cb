package cellwright.testkit;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A driver for an instrument that does not exist, with planted faults. */
public final class ToyDriver implements Driver {
    private final Set<Fault> faults;

    /** Without fault; called by the service loader. */
    public ToyDriver() {
        this(EnumSet.noneOf(Fault.class));
    }

    ToyDriver(Set<Fault> faults) {
        this.faults = faults;
    }

    @Override
    public String name() {
        return faults.contains(Fault.NAMELESS) ? "Toy 1" : faults.contains(Fault.UNREGISTERED) ? "toy-two" : "toy";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.required("link", "the address of the toy's link"));
        settings.add(Setting.optional("amps.max", "largest current in ampere", "0.5"));
        if (faults.contains(Fault.KEY_TWICE)) {
            settings.add(Setting.required("link", "again"));
        }
        if (faults.contains(Fault.UNEXPLAINED)) {
            settings.add(Setting.optional("amps.max-too", " ", "1"));
        }
        if (faults.contains(Fault.UNDOCUMENTED)) {
            settings.add(Setting.optional("undocumented", "a key the README does not have", "1"));
        }
        return settings;
    }

    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        var toy = new Toy(host.link(settings.require("link")), host.clock(), settings.number("amps.max"), faults);
        try {
            toy.ask("hello");
            return toy;
        } catch (InstrumentException failed) {
            if (!faults.contains(Fault.LEAVES_LINK_OPEN_ON_FAILURE)) {
                toy.close();
            }
            throw failed;
        }
    }
}
