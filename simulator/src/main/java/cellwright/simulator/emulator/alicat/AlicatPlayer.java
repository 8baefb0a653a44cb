package cellwright.simulator.emulator.alicat;

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
import java.util.stream.Collectors;

/** Plays pressure controller of Alicat that drives a piston on the cell. Stateless, any thread. */
public final class AlicatPlayer implements Player {
    private static final Setting RATIO = Setting.optional("ratio", "stack pressure over gas pressure, above 0", "100");
    /** Smaller changes of the gas move no piston, Pa. */
    private static final double STUCK_PASCALS = 10;

    private static final double PASCALS_PER_BAR = 1e5;

    /** Makes one. */
    public AlicatPlayer() {}

    @Override
    public Kind kind() {
        return new Kind(
                "alicat",
                "pressure controller of Alicat that drives a piston on the cell",
                Kind.Attachment.LINE,
                List.of(RATIO));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        double ratio = settings.number(RATIO.key());
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("setting \"ratio\" must be " + RATIO.meaning() + ", got " + ratio);
        }
        double begun = cell.pascals() / ratio;
        var instrument = new EmulatedAlicat(begun, atNanos, new Piston(cell, ratio, begun)::follow);
        return new PlayedLine(
                instrument,
                instrument
                        .mischief()
                        .tricks()
                        .word("serial", "tells another serial number, as after a swapped cable", instrument::serial)
                        .word(
                                "source",
                                "takes set-points from there: S, U or A",
                                word -> instrument.source(word.charAt(0)))
                        .word(
                                "unit",
                                "shows another unit, as chosen at its front panel: " + units(),
                                word -> instrument.shows(unit(word)))
                        .number(
                                "panel",
                                "goes to this gauge pressure, bar, as set at its front panel",
                                bar -> instrument.panel(PASCALS_PER_BAR * bar))
                        .number("overshoot", "goes so many times as far as it is sent", instrument::overshoots)
                        .toggle("disobey", "acknowledges set-points and does nothing", instrument::disobeys)
                        .plain("reboot", "loses power for a moment, and its gas", instrument::reboot));
    }

    private static String units() {
        return Arrays.stream(GasUnit.values()).map(AlicatPlayer::word).collect(Collectors.joining(", "));
    }

    private static String word(GasUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static GasUnit unit(String word) {
        return Arrays.stream(GasUnit.values())
                .filter(unit -> word(unit).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"unit\" is one of " + units() + ", got \"" + word + '"'));
    }

    /** What the gas moves. Mutable, one thread. */
    private static final class Piston {
        private final MountedCell cell;
        private final double ratio;
        private double lastPascals;

        Piston(MountedCell cell, double ratio, double pascals) {
            this.cell = cell;
            this.ratio = ratio;
            this.lastPascals = pascals;
        }

        void follow(double gasPascals) {
            if (Math.abs(gasPascals - lastPascals) > STUCK_PASCALS) {
                lastPascals = gasPascals;
                cell.press(Math.max(0, gasPascals * ratio), Double.POSITIVE_INFINITY);
            }
        }
    }
}
