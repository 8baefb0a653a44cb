package cellwright.simulator.emulator.scpi;

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
        return new PlayedLine(instrument, tricks(instrument));
    }

    private static SmuKind model(String model) {
        return Arrays.stream(SmuKind.values())
                .filter(kind -> kind.name().equals("K" + model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "setting \"model\" must be " + MODEL.meaning() + ", got \"" + model + "\""));
    }

    private static Tricks tricks(EmulatedSmu instrument) {
        Mischief mischief = instrument.mischief();
        return new Tricks()
                .toggle("silent", "neither hears nor says anything; what it drives goes on", mischief::hang)
                .toggle(
                        "behind",
                        "answers each question with the answer to the one before",
                        mischief::answerThePreviousQuestion)
                .toggle("overload", "every current is beyond its range", mischief::overload)
                .toggle("trip", "says that it is in its limit", mischief::trip)
                .toggle("stuck-relay", "says that its output is off and leaves it on", mischief::stickRelay)
                .toggle(
                        "stuck-voltage",
                        "shows 3 V whatever the cell does",
                        stuck -> mischief.volts(v -> stuck ? 3 : v))
                .toggle("open-lead", "shows no voltage", open -> mischief.volts(v -> open ? 0 : v))
                .count("garble", "spoils the next lines", lines -> mischief.spoil(lines, line -> "?#" + line))
                .count("late", "says everything so many milliseconds later", ms -> mischief.delay(ms * 1_000_000L))
                .word("badge", "introduces itself with this word", mischief::badge)
                .plain("reboot", "loses power for a moment", instrument::reboot);
    }
}
