package cellwright.protocol.yaml;

import cellwright.protocol.LabPlan;
import cellwright.protocol.Places;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the names in a laboratory fit together, and its times. */
final class LabNames {
    private final LabPlan plan;
    private final Reading reading;
    private final Places places;
    private final List<String> instruments;

    private LabNames(LabPlan plan, String file, Reading reading) {
        this.plan = plan;
        this.reading = reading;
        this.places = new Places(file, reading.places());
        this.instruments =
                plan.instruments().stream().map(LabPlan.Instrument::name).toList();
    }

    static void check(LabPlan plan, String file, Reading reading) {
        LabNames names = new LabNames(plan, file, reading);
        names.links();
        names.channels();
        names.owners();
        names.safety();
    }

    private void links() {
        for (LabPlan.Instrument instrument : plan.instruments()) {
            String path = "instruments/" + instrument.name();
            instrument
                    .link()
                    .filter(link -> !plan.links().containsKey(link))
                    .ifPresent(link -> error(
                            path + "/link",
                            "there is no link \"" + link + "\"; "
                                    + hint(link, plan.links().keySet().stream().toList(), "links:")));
            if (instrument.settings().containsKey("link")) {
                error(
                        path + "/settings/link",
                        "the link stands beside the settings: link: NAME, with the address in links:");
            }
        }
    }

    private void channels() {
        for (LabPlan.Channel channel : plan.channels()) {
            String path = "channels/" + channel.name();
            known(channel.potentiostat(), path + "/potentiostat");
            channel.companions().forEach(companion -> known(companion, path));
            channel.interlock().ifPresent(interlock -> known(interlock, path + "/interlock"));
            if (channel.interlock().filter(channel.potentiostat()::equals).isPresent()) {
                error(
                        path + "/interlock",
                        "the interlock is the second way to rest and must not be the potentiostat itself");
            }
        }
    }

    /** No cell is driven by two channels, and no channel's potentiostat is another's press. */
    private void owners() {
        Map<String, String> owners = new HashMap<>();
        for (LabPlan.Channel channel : plan.channels()) {
            String owner = owners.putIfAbsent(channel.potentiostat(), channel.name());
            if (owner != null) {
                error(
                        "channels/" + channel.name() + "/potentiostat",
                        "\"" + channel.potentiostat() + "\" drives channel " + owner + " already; one cell each");
            }
        }
        for (LabPlan.Channel channel : plan.channels()) {
            for (String companion : channel.companions()) {
                String owner = owners.getOrDefault(companion, channel.name());
                if (!owner.equals(channel.name())) {
                    error(
                            "channels/" + channel.name(),
                            "\"" + companion + "\" drives channel " + owner + " and cannot serve another channel");
                }
            }
        }
    }

    private void safety() {
        LabPlan.Safety safety = plan.safety();
        orderly("commit within", safety.commitWithin(), Duration.ofMillis(1), Duration.ofSeconds(1));
        orderly("period", safety.period(), Duration.ofMillis(1), Duration.ofMinutes(1));
        orderly("lost after", safety.lostAfter(), safety.period(), Duration.ofMinutes(5));
        orderly("stale after", safety.staleAfter(), safety.period(), Duration.ofMinutes(10));
        orderly("idle period", safety.idlePeriod(), safety.period(), Duration.ofMinutes(1));
    }

    private void orderly(String key, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            error(
                    "safety",
                    key + ": " + TimeText.write(time) + " makes no sense; expected " + TimeText.write(least) + " to "
                            + TimeText.write(most));
        }
    }

    private void known(String instrument, String path) {
        if (!instrument.isEmpty() && !instruments.contains(instrument)) {
            error(
                    path,
                    "there is no instrument \"" + instrument + "\"; " + hint(instrument, instruments, "instruments:"));
        }
    }

    private static String hint(String written, List<String> known, String where) {
        return known.isEmpty() ? "add it to " + where : Nearest.hint(written, known);
    }

    private void error(String path, String message) {
        reading.faults().error(places.at(path), message);
    }
}
