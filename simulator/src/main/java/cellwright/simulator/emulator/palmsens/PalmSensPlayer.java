package cellwright.simulator.emulator.palmsens;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import cellwright.simulator.emulator.Tricks;
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
        return new PlayedLine(instrument, tricks(instrument));
    }

    private static Tricks tricks(EmulatedPalmSens instrument) {
        Mischief mischief = instrument.mischief();
        return new Tricks()
                .toggle("silent", "neither hears nor says anything; what it drives goes on", mischief::hang)
                .toggle("overload", "every current is beyond its range", mischief::overload)
                .toggle("stuck-relay", "acknowledges that the cell is off and leaves it on", mischief::stickRelay)
                .toggle("dead-relay", "acknowledges that the cell is on and leaves it off", mischief::killRelay)
                .toggle(
                        "stuck-voltage",
                        "shows 3 V whatever the cell does",
                        stuck -> mischief.volts(v -> stuck ? 3 : v))
                .toggle("open-lead", "shows no voltage", open -> mischief.volts(v -> open ? 0 : v))
                .count("drop", "loses the next lines", mischief::drop)
                .count("garble", "spoils the next lines", lines -> mischief.spoil(lines, line -> "?#" + line))
                .count("fail", "breaks its script off with an error of this number", mischief::fail)
                .count("late", "says everything so many milliseconds later", ms -> mischief.delay(ms * 1_000_000L))
                .word("serial", "tells another serial number, as after a swapped cable", mischief::serial)
                .plain("reboot", "loses power for a moment", instrument::reboot)
                .plain(
                        "reboot-on",
                        "loses power for a moment and drives the cell afterwards as before",
                        instrument::rebootOn);
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
