package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Emulation;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.Player;
import cellwright.simulator.emulator.alicat.AlicatPlayer;
import cellwright.simulator.emulator.ascii2.ChamberPlayer;
import cellwright.simulator.emulator.mark10.Mark10Player;
import cellwright.simulator.emulator.modbus.ModbusPlayer;
import cellwright.simulator.emulator.palmsens.PalmSensPlayer;
import cellwright.simulator.emulator.scpi.SmuPlayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Benches with simulated cells, for instruments of several makers and any others whose players are installed. Stateless, any thread. */
public final class SimulatorEmulation implements Emulation {
    private static final List<Player> OWN = List.of(
            new PalmSensPlayer(),
            new SmuPlayer(),
            new ModbusPlayer(),
            new Mark10Player(),
            new AlicatPlayer(),
            new ChamberPlayer());

    /** Makes one, as {@link java.util.ServiceLoader} does. */
    public SimulatorEmulation() {}

    /** Those of this module, and those of modules that need a library. */
    private static List<Player> players() {
        return Stream.concat(
                        OWN.stream(), ServiceLoader.load(Player.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    @Override
    public List<Kind> kinds() {
        return players().stream().map(Player::kind).toList();
    }

    @Override
    public List<Setting> settings() {
        return RigSettings.DECLARED;
    }

    @Override
    public Bench bench(Settings settings, long atNanos) {
        Map<String, Player> players = new LinkedHashMap<>();
        players().forEach(player -> players.put(player.kind().name(), player));
        return new EmulatedBench(new RigSettings(settings.withDefaults(settings())), players, atNanos);
    }
}
