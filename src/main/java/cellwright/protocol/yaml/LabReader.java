package cellwright.protocol.yaml;

import cellwright.protocol.EmulatedBench;
import cellwright.protocol.InfluxPlan;
import cellwright.protocol.LabPlan;
import cellwright.protocol.LabPlan.Plausible;
import cellwright.protocol.LabPlan.Safety;
import cellwright.protocol.Places;
import cellwright.protocol.Result;
import cellwright.protocol.StorePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a laboratory's text, {@code config/lab.yaml}:
 *
 * <pre>
 * lab            its name
 * folder         where journal, runs and control socket lie; relative to this file
 * links          name: address, for example "serial:/dev/serial/by-id/usb-x?baud=230400"
 * instruments    name: { driver, link, serial, period, settings: { key: value } }
 * channels       name: { potentiostat, press, chamber, sensors: [..], interlock, envelope }
 * emulated       benches of instruments that are played: name: { cell, simulation, instruments: { name: { plays, at, settings } } };
 *                their names stand in links and settings as "emulated:NAME"
 * safety         { period, lost after, stale after, stuck after (or "never"), idle period, commit within,
 *                voltage jump, second voltage within, temperature jump (each or "never") }
 * store          { columns: yes or no, parquet: yes or no, alarm after }: what is kept of runs beside the journal; see StoreReader
 * influx         { url, org, bucket, token file, ... }: where readings, cycles and spectra go besides; see InfluxReader
 * </pre>
 *
 * <p>What a name stands for elsewhere, an address, a driver, its settings, is judged by who knows them; the places are handed on.
 */
public final class LabReader {
    private static final List<String> KEYS =
            List.of("lab", "folder", "links", "instruments", "channels", "safety", "emulated", "store", "influx");
    private static final List<String> INSTRUMENT = List.of("driver", "link", "serial", "period", "settings");
    private static final List<String> SAFETY = List.of(
            "period",
            "lost after",
            "stale after",
            "stuck after",
            "idle period",
            "commit within",
            "voltage jump",
            "second voltage within",
            "temperature jump");
    private static final String NEVER = "never";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private LabReader() {}

    /**
     * Reads a laboratory with every fault found in one pass.
     *
     * @param file the file's name, for messages
     * @param text its text
     */
    public static Result<ReadLab> read(String file, String text) {
        return switch (TreeReader.read(file, text)) {
            case Result.Refused<Node> refused -> new Result.Refused<>(refused.problems());
            case Result.Made<Node> made -> {
                var faults = new Faults();
                var reading = new Reading(faults, Scope.LITERAL, new HashMap<>());
                Fields fields = Fields.of(made.value(), "a laboratory", KEYS, reading);
                if (!(made.value() instanceof Node.Mapping)) {
                    yield faults.refuse();
                }
                LabPlan plan = plan(fields);
                yield faults.judge(new ReadLab(plan, new Places(file, reading.places())));
            }
        };
    }

    private static LabPlan plan(Fields fields) {
        String name = fields.required("lab", "the laboratory's name", text -> text, "");
        String folder = fields.required("folder", "a folder for journal and runs", text -> text, ".");
        Map<String, String> links = links(fields);
        List<LabPlan.Instrument> instruments = new ArrayList<>();
        fields.present("instruments", "at least one instrument");
        for (Node.Entry entry : named(fields, "instruments")) {
            instruments.add(instrument(entry, fields.reading()));
        }
        List<LabPlan.Channel> channels = new ArrayList<>();
        fields.present("channels", "at least one channel");
        for (Node.Entry entry : named(fields, "channels")) {
            channels.add(ChannelReader.read(entry, fields.reading()));
        }
        LabPlan plan = new LabPlan(
                name,
                folder,
                links,
                instruments,
                channels,
                safety(fields),
                emulated(fields),
                store(fields),
                influx(fields));
        LabNames.check(plan, fields.place().file(), fields.reading());
        return plan;
    }

    private static StorePlan store(Fields fields) {
        return fields.node("store")
                .map(node -> StoreReader.read(node, fields.reading()))
                .orElse(StorePlan.USUAL);
    }

    private static Optional<InfluxPlan> influx(Fields fields) {
        return fields.node("influx").map(node -> InfluxReader.read(node, fields.reading()));
    }

    private static List<EmulatedBench> emulated(Fields fields) {
        return named(fields, "emulated").stream()
                .map(entry -> EmulatedReader.read(entry, fields.reading()))
                .toList();
    }

    private static Map<String, String> links(Fields fields) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Node.Entry entry : named(fields, "links")) {
            fields.reading()
                    .meaning(entry.value(), "an address such as tcp:192.0.2.7:502", text -> text)
                    .ifPresent(address -> links.put(entry.key().text(), address));
        }
        return links;
    }

    private static List<Node.Entry> named(Fields fields, String key) {
        return named(fields, key, key);
    }

    /** The entries of a mapping whose keys are names that people choose. */
    static List<Node.Entry> named(Fields fields, String key, String path) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        Reading reading = fields.reading();
        if (!(node.get() instanceof Node.Mapping mapping)) {
            reading.faults()
                    .error(
                            node.get().place(),
                            "expected names with what they stand for, found "
                                    + node.get().kind());
            return List.of();
        }
        for (Node.Entry entry : mapping.entries()) {
            reading.mark(path + "/" + entry.key().text(), entry.key());
            if (!NAME.matcher(entry.key().text()).matches()) {
                reading.faults()
                        .error(
                                entry.key().place(),
                                "\"" + entry.key().text()
                                        + "\" is no name; expected letters, digits, dots and hyphens");
            }
        }
        return mapping.entries();
    }

    private static LabPlan.Instrument instrument(Node.Entry entry, Reading reading) {
        String name = entry.key().text();
        Fields fields = Fields.of(entry.value(), "an instrument", INSTRUMENT, reading);
        String path = "instruments/" + name;
        for (String key : INSTRUMENT) {
            fields.node(key).ifPresent(node -> reading.mark(path + "/" + key, node));
        }
        markSettings(fields, path, reading);
        return new LabPlan.Instrument(
                name,
                fields.required("driver", "the driver's name", text -> text, ""),
                fields.text("link", "the name of a link", text -> text),
                fields.texts("settings", "{ range: 100 mA }"),
                fields.text("serial", "a serial number", text -> text),
                fields.time("period"));
    }

    private static void markSettings(Fields fields, String path, Reading reading) {
        if (fields.node("settings").isPresent() && fields.node("settings").get() instanceof Node.Mapping settings) {
            settings.entries()
                    .forEach(setting ->
                            reading.mark(path + "/settings/" + setting.key().text(), setting.key()));
        }
    }

    private static Safety safety(Fields fields) {
        Optional<Node> node = fields.node("safety");
        if (node.isEmpty()) {
            return Safety.USUAL;
        }
        fields.reading().mark("safety", node.get());
        Fields given = Fields.of(node.get(), "safety", SAFETY, fields.reading());
        return new Safety(
                given.time("period").orElse(Safety.USUAL.period()),
                given.time("lost after").orElse(Safety.USUAL.lostAfter()),
                given.time("stale after").orElse(Safety.USUAL.staleAfter()),
                stuckAfter(given),
                given.time("idle period").orElse(Safety.USUAL.idlePeriod()),
                given.time("commit within").orElse(Safety.USUAL.commitWithin()),
                plausible(given));
    }

    private static Plausible plausible(Fields given) {
        return new Plausible(
                bound(given, "voltage jump", Dimension.VOLTAGE, "500 mV", Plausible.USUAL.voltageJump()),
                bound(
                        given,
                        "second voltage within",
                        Dimension.VOLTAGE,
                        "100 mV",
                        Plausible.USUAL.secondVoltageWithin()),
                bound(given, "temperature jump", Dimension.DIFFERENCE, "10 K", Plausible.USUAL.temperatureJump()));
    }

    /** An amount above 0, or infinity for never. */
    private static double bound(Fields given, String key, Dimension dimension, String example, double usual) {
        return given.text(
                        key,
                        dimension.phrase() + " such as " + example + ", or never",
                        text -> text.strip().equals(NEVER)
                                ? Double.POSITIVE_INFINITY
                                : Quantity.positive(text, dimension))
                .orElse(usual);
    }

    private static Optional<Duration> stuckAfter(Fields given) {
        if (!given.has("stuck after")) {
            return Safety.USUAL.stuckAfter();
        }
        return given.text(
                        "stuck after",
                        "a time such as 20 s, or never",
                        text -> text.strip().equals(NEVER)
                                ? Optional.<Duration>empty()
                                : Optional.of(TimeText.parse(text)))
                .orElse(Safety.USUAL.stuckAfter());
    }
}
