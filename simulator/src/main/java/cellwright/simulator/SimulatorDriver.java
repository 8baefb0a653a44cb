package cellwright.simulator;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.util.List;

/**
 * Makes virtual rigs out of settings. Stateless, any thread.
 *
 * <p>Each rig begins at open circuit, at the host's time, with a rested cell as assembled: a cathode nearly full of lithium,
 * blocking electrodes without charge, or fresh lithium.
 */
public final class SimulatorDriver implements Driver {
    /** Makes a driver, as {@link java.util.ServiceLoader} does. */
    public SimulatorDriver() {}

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public List<Setting> settings() {
        return RigSettings.DECLARED;
    }

    @Override
    public VirtualRig open(Settings settings, Host host) {
        RigSettings wanted = new RigSettings(settings.withDefaults(settings()));
        long now = host.clock().nanos();
        Fixture fixture = wanted.fixture(now);
        return new VirtualRig(wanted.cell(), wanted.channel(now), wanted.model(fixture, now), fixture, now);
    }
}
