package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.Player;
import cellwright.simulator.emulator.Tricks;
import java.util.List;
import java.util.Map;

/** Plays a temperature chamber behind an OPC UA server. Stateless, any thread. */
public final class ChamberPlayer implements Player {
    private static final Setting SERIAL = Setting.optional("serial", "its serial number", "SIM-CHAMBER-1");

    /** Makes one. */
    public ChamberPlayer() {}

    @Override
    public Kind kind() {
        return new Kind(
                "chamber-opcua",
                "temperature chamber behind an OPC UA server, counting in °C",
                Kind.Attachment.SERVER,
                List.of(SERIAL));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        var machine = new MountedMachine(cell, settings.require(SERIAL.key()), atNanos);
        var panel = new ChamberPanel(machine);
        Mischief mischief = machine.mischief();
        return new PlayedServer(
                machine,
                Map.of("Chamber", panel.nodes()),
                () -> {},
                new Tricks()
                        .toggle(
                                "disobey",
                                "acknowledges set-points and forgets them",
                                now -> mischief.deafen("Temperature.Setpoint", now)));
    }
}
