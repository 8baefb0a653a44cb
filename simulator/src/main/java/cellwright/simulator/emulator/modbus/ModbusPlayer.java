package cellwright.simulator.emulator.modbus;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.MountedChamber;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import cellwright.simulator.emulator.Tricks;
import java.util.List;

/** Plays devices with registers: a load cell's transmitter and two chamber controllers. Stateless, any thread. */
public final class ModbusPlayer implements Player {
    private static final Setting DEVICE = Setting.optional(
            "device", "laumas-tlb (load cell), eurotherm-3216 or watlow-f4t (chamber)", "eurotherm-3216");
    private static final Setting FRAMING = Setting.optional("framing", "rtu or tcp", "rtu");
    private static final Setting UNIT = Setting.optional("unit", "address on the line, 1 to 247", "1");
    private static final double KELVIN = 273.15;
    private static final double COLDEST_CELSIUS = -40;
    private static final double HOTTEST_CELSIUS = 180;
    private static final int SERIAL = 4711;

    /** Makes one. */
    public ModbusPlayer() {}

    @Override
    public Kind kind() {
        return new Kind(
                "modbus",
                "load cell or chamber controller with registers, Modbus RTU or TCP",
                Kind.Attachment.LINE,
                List.of(DEVICE, FRAMING, UNIT));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        RegisterDevice device = device(settings, cell, atNanos);
        var instrument = new EmulatedModbus(framing(settings), unit(settings), device);
        Tricks tricks = tricks(instrument.mischief());
        return new PlayedLine(instrument, device instanceof EmulatedLoadCell force ? tricks(tricks, force) : tricks);
    }

    private static Tricks tricks(Tricks tricks, EmulatedLoadCell force) {
        return tricks.toggle("broken", "the cable of its load cell is cut", force::broken)
                .number("add", "carries so many newtons more", force::add);
    }

    private static Framing framing(Settings settings) {
        return switch (settings.require(FRAMING.key())) {
            case "rtu" -> Framing.RTU;
            case "tcp" -> Framing.TCP;
            default -> throw fault(settings, FRAMING);
        };
    }

    private static int unit(Settings settings) {
        double unit = settings.number(UNIT.key());
        if (unit != Math.rint(unit) || unit < 1 || unit > 247) {
            throw fault(settings, UNIT);
        }
        return (int) unit;
    }

    private static RegisterDevice device(Settings settings, MountedCell cell, long atNanos) {
        return switch (settings.require(DEVICE.key())) {
            case "laumas-tlb" -> new EmulatedLoadCell(SERIAL, () -> cell.pascals() * cell.areaSquareMetres(), 1);
            case "eurotherm-3216" -> new EmulatedEurotherm(oven(cell, atNanos), COLDEST_CELSIUS, HOTTEST_CELSIUS);
            case "watlow-f4t" -> new EmulatedWatlow(oven(cell, atNanos), COLDEST_CELSIUS, HOTTEST_CELSIUS);
            default -> throw fault(settings, DEVICE);
        };
    }

    private static Oven oven(MountedCell cell, long atNanos) {
        return new Oven(new MountedChamber(cell), cell.kelvins() - KELVIN, atNanos);
    }

    private static IllegalArgumentException fault(Settings settings, Setting setting) {
        return new IllegalArgumentException("setting \"" + setting.key() + "\" must be " + setting.meaning()
                + ", got \"" + settings.require(setting.key()) + "\"");
    }

    private static Tricks tricks(Mischief mischief) {
        return new Tricks()
                .toggle("silent", "neither hears nor says anything", mischief::silent)
                .toggle("ignore-writes", "acknowledges every write and does nothing", mischief::ignoreWrites)
                .toggle("echo", "gives back what is sent before the answer", mischief::echo)
                .count("drop", "loses the next answers", mischief::lose)
                .count("garble", "spoils the checksums of the next answers", mischief::spoilChecksum)
                .count("refuse", "refuses the next request with this exception code", code -> mischief.refuse(1, code))
                .count("late", "says everything so many milliseconds later", ms -> mischief.delay(ms * 1_000_000L))
                .count("shift-unit", "answers from an address so much higher", mischief::shiftUnit)
                .count("shift-number", "numbers its TCP answers so much higher", mischief::shiftTransaction);
    }
}
