package cellwright.simulator.emulator.mark10;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.PlayedLine;
import cellwright.simulator.emulator.Player;
import java.util.List;

/** Plays force gauge that speaks GCL2, Mark-10. Stateless, any thread. */
public final class Mark10Player implements Player {
    private static final Setting CAPACITY =
            Setting.optional("capacity_n", "largest force it is made for, N, above 0", "50000");

    /** Makes one. */
    public Mark10Player() {}

    @Override
    public Kind kind() {
        return new Kind("mark10", "force gauge that speaks GCL2, Mark-10", Kind.Attachment.LINE, List.of(CAPACITY));
    }

    @Override
    public Device play(Settings settings, MountedCell cell, long atNanos) {
        double capacity = settings.number(CAPACITY.key());
        if (!(capacity > 0)) {
            throw new IllegalArgumentException(
                    "setting \"capacity_n\" must be " + CAPACITY.meaning() + ", got " + capacity);
        }
        var instrument = new EmulatedMark10(capacity, now -> cell.pascals() * cell.areaSquareMetres(), atNanos);
        return new PlayedLine(
                instrument,
                instrument
                        .mischief()
                        .tricks()
                        .word("serial", "tells another serial number, as after a swapped cable", instrument::serial)
                        .count("unasked", "sends so many readings a second by itself", instrument::unasked)
                        .toggle("no-unit", "leaves the unit away", instrument::unitsHidden));
    }
}
