package cellwright.lab.serve;

import cellwright.instrument.emulation.Device;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the instruments that are played misbehave when people ask for it, and says how they can. Any thread but the conductor's. */
final class TrickDesk {
    private final Backstage backstage;
    private final Notices notices;

    TrickDesk(Backstage backstage, Notices notices) {
        this.backstage = backstage;
        this.notices = notices;
    }

    /**
     * Answers {@code trick}: without an instrument lists all that play, without a trick those of one.
     *
     * @param by who asks, for the record
     */
    Map<String, ?> answer(JsonNode request, String by) {
        String name = request.path("instrument").asText();
        String words = request.path("trick").asText().strip();
        if (backstage.names().isEmpty()) {
            return LabDesk.refused(
                    true,
                    "no instrument of this laboratory is played, and a real one is told no tricks; see"
                            + " config/lab-emulated.yaml for one that is played");
        }
        try {
            if (!words.isEmpty()) {
                backstage.trick(name, words);
                notices.remark("trick: " + name + " was told \"" + words + "\" by " + by);
            }
            return listed(name.isEmpty() && words.isEmpty() ? backstage.names() : List.of(name), name + " " + words);
        } catch (IllegalArgumentException senseless) {
            return LabDesk.refused(true, String.valueOf(senseless.getMessage()));
        } catch (IOException failed) {
            return LabDesk.refused(false, String.valueOf(failed.getMessage()));
        }
    }

    private Map<String, ?> listed(List<String> names, String done) throws IOException {
        List<Object> instruments = new ArrayList<>();
        for (String name : names) {
            List<Object> tricks = new ArrayList<>();
            for (Device.Trick trick : backstage.tricks(name)) {
                tricks.add(Map.of("usage", trick.usage(), "meaning", trick.meaning()));
            }
            instruments.add(Map.of("instrument", name, "tricks", tricks));
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ok", true);
        map.put("done", done.isBlank() || done.endsWith(" ") ? null : done);
        map.put("instruments", instruments);
        return map;
    }
}
