package cellwright.simulator.emulator.ascii2;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.MountedChamber;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import java.util.List;

/** Plays temperature chamber of Vötsch or Weiss that speaks ASCII-2. Stateless, any thread. */
public final class ChamberPlayer implements Player {
    private static final Setting MODEL = Setting.optional("model", "vc3 or dynamic", "vc3");

    /** Makes one. */
    public ChamberPlayer() {}

    @Override
    public Kind kind() {
        return new Kind(
                "ascii2",
                "temperature chamber of Vötsch or Weiss that speaks ASCII-2",
                Kind.Attachment.LINE,
                List.of(MODEL));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        var instrument =
                new EmulatedChamber(profile(settings), new MountedChamber(cell), cell.kelvins() - 273.15, atNanos);
        return new PlayedLine(
                instrument,
                instrument
                        .mischief()
                        .tricks()
                        .toggle("disobey", "acknowledges commands and does nothing", instrument::disobeys)
                        .toggle("open-sensor", "its sensor's cable is cut", instrument::sensorOpen));
    }

    private static ChamberProfile profile(Settings settings) {
        return switch (settings.require(MODEL.key())) {
            case "vc3" -> ChamberProfile.VC3;
            case "dynamic" -> ChamberProfile.DYNAMIC;
            default ->
                throw new IllegalArgumentException("setting \"model\" must be " + MODEL.meaning() + ", got \""
                        + settings.require(MODEL.key()) + "\"");
        };
    }
}
