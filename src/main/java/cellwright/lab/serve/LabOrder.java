package cellwright.lab.serve;

import cellwright.engine.sense.SenseRules;
import cellwright.protocol.LabPlan;
import cellwright.world.real.ChannelOrder;
import cellwright.world.real.InstrumentOrder;
import cellwright.world.real.Patience;
import java.nio.file.Path;
import java.util.List;

/**
 * A laboratory ready to be opened.
 *
 * @param plan as configured
 * @param folder where everything of it lies: {@code journal/}, {@code runs/}, {@code control/}, {@code followers/}
 * @param instruments in the order configured
 * @param channels in the order configured
 * @param patience how long the world bears with things
 * @param rules what it takes for plausible
 */
public record LabOrder(
        LabPlan plan,
        Path folder,
        List<InstrumentOrder> instruments,
        List<ChannelOrder> channels,
        Patience patience,
        SenseRules rules) {
    /** Takes immutable copies. */
    public LabOrder {
        instruments = List.copyOf(instruments);
        channels = List.copyOf(channels);
    }

    /** The shared journal's folder. */
    public Path journal() {
        return folder.resolve("journal");
    }

    /** The folder of the run folders. */
    public Path runs() {
        return folder.resolve("runs");
    }

    /** The folder where followers of the journal keep how far they are. */
    public Path followers() {
        return folder.resolve("followers");
    }

    /** The control socket. */
    public Path socket() {
        return socket(folder);
    }

    /** The control socket of the laboratory in a folder. */
    public static Path socket(Path folder) {
        return folder.resolve("control").resolve("engine.sock");
    }
}
