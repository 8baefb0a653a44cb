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

/** Benches with simulated cells, for instruments of several makers. Stateless, any thread. */
public final class SimulatorEmulation implements Emulation {
    private static final List<Player> PLAYERS = List.of(
            new PalmSensPlayer(),
            new SmuPlayer(),
            new ModbusPlayer(),
            new Mark10Player(),
            new AlicatPlayer(),
            new ChamberPlayer());

    /** Makes one, as {@link java.util.ServiceLoader} does. */
    public SimulatorEmulation() {}

    @Override
    public List<Kind> kinds() {
        return PLAYERS.stream().map(Player::kind).toList();
    }

    @Override
    public List<Setting> settings() {
        return RigSettings.DECLARED;
    }

    @Override
    public Bench bench(Settings settings, long atNanos) {
        Map<String, Player> players = new LinkedHashMap<>();
        PLAYERS.forEach(player -> players.put(player.kind().name(), player));
        return new EmulatedBench(new RigSettings(settings.withDefaults(settings())), players, atNanos);
    }
}
