package cellwright.simulator.emulator.scpi;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import java.util.Arrays;
import java.util.List;

/** Plays source-measure units that speak SCPI. Stateless, any thread. */
public final class SmuPlayer implements Player {
    private static final Setting MODEL = Setting.optional("model", "2450, 2460 or 2400", "2450");

    /** Makes one. */
    public SmuPlayer() {}

    @Override
    public Kind kind() {
        return new Kind("scpi", "source-measure unit, Keithley 2400 to 2460", Kind.Attachment.LINE, List.of(MODEL));
    }

    @Override
    public boolean drives() {
        return true;
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        var instrument = new EmulatedSmu(model(settings.require(MODEL.key())), cell.leads(), atNanos);
        return new PlayedLine(
                instrument,
                instrument.mischief().tricks().plain("reboot", "loses power for a moment", instrument::reboot));
    }

    private static SmuKind model(String model) {
        return Arrays.stream(SmuKind.values())
                .filter(kind -> kind.name().equals("K" + model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "setting \"model\" must be " + MODEL.meaning() + ", got \"" + model + "\""));
    }
}
