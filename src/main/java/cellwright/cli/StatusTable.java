package cellwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How it stands with a laboratory, for people. */
final class StatusTable {
    private static final String ROW = "%-10s %-9s %10s %12s %9s %8s %7s  %s";
    private static final double KELVIN = 273.15;

    private StatusTable() {}

    static List<String> lines(JsonNode status) {
        List<String> lines = new ArrayList<>();
        lines.add(status.path("lab").asText() + ", " + status.path("folder").asText() + ", process "
                + status.path("process").asText() + ", " + status.path("at").asText());
        if (!status.path("journal_failure").isNull()) {
            lines.add("THE JOURNAL CANNOT BE WRITTEN: "
                    + status.path("journal_failure").asText());
        }
        lines.add(String.format(
                Locale.ROOT, ROW, "channel", "state", "voltage/V", "current/mA", "p/MPa", "T/°C", "age/s", "run"));
        status.path("channels").forEach(channel -> channel(channel, lines));
        for (JsonNode instrument : status.path("instruments")) {
            if (!instrument.path("ready").asBoolean()) {
                lines.add("instrument " + instrument.path("instrument").asText() + " is not connected: "
                        + instrument.path("last_failure").asText());
            }
            if (instrument.path("poor_link").asBoolean()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "the link of %s is poor: %.1f %% of its latest exchanges did not go well at once; look at the cable",
                        instrument.path("instrument").asText(),
                        1e2 * instrument.path("trouble_share").asDouble()));
            }
        }
        status.path("followers").forEach(follower -> follower(follower, lines));
        return lines;
    }

    /** How far what is handed on lags behind, and why. */
    static void follower(JsonNode follower, List<String> lines) {
        String name = follower.path("follower").asText();
        double age = follower.path("age_s").asDouble();
        lines.add(String.format(
                Locale.ROOT,
                "%s (%s): %,d rows arrived; %s",
                name,
                follower.path("target").asText(),
                follower.path("rows").asLong(),
                age <= 0
                        ? "nothing is behind"
                        : String.format(
                                Locale.ROOT,
                                "%s records, %,d bytes, %.1f s behind",
                                follower.path("records_behind").asText("?"),
                                follower.path("bytes_behind").asLong(),
                                age)));
        if (follower.path("trouble").isTextual()) {
            lines.add("           because: " + follower.path("trouble").asText());
        }
        if (follower.path("alarm").isTextual()) {
            lines.add("           ALARM: " + follower.path("alarm").asText());
        }
    }

    /** A channel's line, and below it why it stands where it stands. */
    static void channel(JsonNode channel, List<String> lines) {
        lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        channel.path("channel").asText(),
                        channel.path("state").asText(),
                        number(channel.path("voltage_v"), "%.5f", 1, 0),
                        number(channel.path("current_a"), "%.5g", 1e3, 0),
                        number(channel.path("pressure_pa"), "%.1f", 1e-6, 0),
                        number(channel.path("temperature_k"), "%.2f", 1, -KELVIN),
                        number(channel.path("reading_age_s"), "%.1f", 1, 0),
                        run(channel))
                .stripTrailing());
        if (channel.path("spectrum_for_s").isNumber()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "           a spectrum has been measured for %.0f s, it may take %.0f s",
                    channel.path("spectrum_for_s").asDouble(),
                    channel.path("spectrum_at_most_s").asDouble()));
        }
        if (!channel.path("cause").isNull()) {
            lines.add("           because: " + channel.path("cause").asText());
        }
        String alarm = channel.path("alarm").asText();
        if (!channel.path("alarm").isNull()
                && !alarm.equals(channel.path("cause").asText())) {
            lines.add("           " + channel.path("urgency").asText() + ": " + alarm);
        }
    }

    private static String run(JsonNode channel) {
        if (channel.path("run").isNull()) {
            return "";
        }
        String step = channel.path("step").isNull()
                ? ""
                : ", " + channel.path("step").asText() + cycle(channel.path("cycle"));
        return channel.path("run").asText() + step;
    }

    private static String cycle(JsonNode cycle) {
        return cycle.asInt() > 0 ? ", cycle " + cycle.asInt() : "";
    }

    private static String number(JsonNode value, String format, double factor, double shift) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble() * factor + shift) : "-";
    }
}
