package cellwright.simulator.emulator.palmsens;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Plays potentiostats that speak MethodSCRIPT. Stateless, any thread. */
public final class PalmSensPlayer implements Player {
    private static final Setting MODEL =
            Setting.optional("model", "emstat4-lr, emstat4-hr, nexus or emstat-pico", "emstat4-hr");

    /** Makes one. */
    public PalmSensPlayer() {}

    @Override
    public Kind kind() {
        return new Kind("palmsens", "potentiostat that speaks MethodSCRIPT", Kind.Attachment.LINE, List.of(MODEL));
    }

    @Override
    public boolean drives() {
        return true;
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        var instrument = new EmulatedPalmSens(profile(settings.require(MODEL.key())), cell.leads(), atNanos);
        return new PlayedLine(
                instrument,
                instrument
                        .mischief()
                        .tricks()
                        .plain("reboot", "loses power for a moment", instrument::reboot)
                        .plain(
                                "reboot-on",
                                "loses power for a moment and drives the cell afterwards as before",
                                instrument::rebootOn));
    }

    private static Profile profile(String model) {
        return Arrays.stream(Profile.values())
                .filter(profile -> name(profile).equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "setting \"model\" must be " + MODEL.meaning() + ", got \"" + model + "\""));
    }

    private static String name(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
