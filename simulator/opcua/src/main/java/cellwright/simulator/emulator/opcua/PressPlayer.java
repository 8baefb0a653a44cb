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
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Plays the servo press StackPress behind an OPC UA server. Stateless, any thread. */
public final class PressPlayer implements Player {
    private static final Setting CAPACITY =
            Setting.optional("capacity_n", "largest force it can be set to, N, above 0", "20000");
    private static final Setting SERIAL = Setting.optional("serial", "its serial number", "SIM-PRESS-1");
    private static final String FORCE = "Force.Actual";
    private static final String SETPOINT = "Force.Setpoint";

    /** Makes one. */
    public PressPlayer() {}

    @Override
    public Kind kind() {
        return new Kind(
                "press-opcua",
                "servo press StackPress behind an OPC UA server, which presses the cell",
                Kind.Attachment.SERVER,
                List.of(CAPACITY, SERIAL));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        double capacity = settings.number(CAPACITY.key());
        if (!(capacity > 0)) {
            throw new IllegalArgumentException(
                    "setting \"capacity_n\" must be " + CAPACITY.meaning() + ", got " + capacity);
        }
        var machine = new MountedMachine(cell, settings.require(SERIAL.key()), atNanos);
        var panel = new PressPanel(machine, capacity);
        return new PlayedServer(machine, Map.of("StackPress", panel.nodes()), panel::watch, tricks(machine, panel));
    }

    private static Tricks tricks(Machine machine, PressPanel panel) {
        Mischief mischief = machine.mischief();
        return new Tricks()
                .number("force", "shows this force, N, whatever it is", newtons -> mischief.value(FORCE, newtons))
                .plain("no-number", "shows a force that is no number", () -> mischief.value(FORCE, Double.NaN))
                .toggle(
                        "bad-force",
                        "says of its force that the sensor has failed",
                        now -> mischief.status(
                                FORCE, now ? new StatusCode(StatusCodes.Bad_SensorFailure) : StatusCode.GOOD))
                .plain("honest", "shows the force as it is again", () -> mischief.truth(FORCE)
                        .status(FORCE, StatusCode.GOOD))
                .toggle("refuse", "refuses set-points", now -> refuse(mischief, now))
                .toggle("disobey", "acknowledges set-points and forgets them", now -> mischief.deafen(SETPOINT, now))
                .plain("stall", "answers the next set-point after a minute", () -> mischief.stall(SETPOINT))
                .toggle("door", "its door is open", now -> interlock(mischief, "Interlock.Door", now))
                .toggle("e-stop", "its emergency stop is pressed", now -> interlock(mischief, "Interlock.EStop", now))
                .count("state", "says it is in this state, 5 for a fault, 7 for operated by hand", mischief::state)
                .plain("own-state", "says the state it is in again", () -> mischief.state(-1))
                .plain(
                        "reset",
                        "its operator ends a fault, such as that of a host whose heart stood",
                        panel::resetFault);
    }

    private static void refuse(Mischief mischief, boolean now) {
        if (now) {
            mischief.refuse(SETPOINT, new StatusCode(StatusCodes.Bad_NotWritable));
        } else {
            mischief.obey(SETPOINT);
        }
    }

    private static void interlock(Mischief mischief, String node, boolean now) {
        if (now) {
            mischief.value(node, true);
        } else {
            mischief.truth(node);
        }
    }
}
