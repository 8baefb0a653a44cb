package cellwright.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Where the records of a run lie that is not sealed yet: among those of the whole laboratory. {@code live.yaml} in the run's
 * folder, until the folder has a journal of its own.
 *
 * @param journal the laboratory's journal
 * @param channel the channel's number there
 * @param segment no record of the run lies before this segment
 * @param serial serial number of the potentiostat it began with; empty if that has none
 */
public record LiveRun(Path journal, int channel, int segment, String serial) {
    /** The file's name. */
    public static final String FILE = "live.yaml";

    /** As text, the journal's place relative to the run's folder so that the laboratory can be moved as a whole. */
    public String text(RunFolder folder) {
        Map<String, Object> map = new LinkedHashMap<>();
        Path run = folder.path().toAbsolutePath().normalize();
        map.put("journal", run.relativize(journal.toAbsolutePath().normalize()).toString());
        map.put("channel", channel);
        map.put("segment", segment);
        map.put("potentiostat", serial);
        var settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(map);
    }

    /** @throws IllegalArgumentException naming what is missing or wrong */
    static LiveRun read(RunFolder folder, String text) {
        Fields fields = new Fields(new Load(LoadSettings.builder().build()).loadFromString(text), FILE);
        Path journal = folder.path()
                .toAbsolutePath()
                .normalize()
                .resolve(fields.text("journal"))
                .normalize();
        return new LiveRun(
                journal,
                Math.toIntExact(fields.whole("channel")),
                Math.toIntExact(fields.whole("segment")),
                fields.text("potentiostat"));
    }
}
