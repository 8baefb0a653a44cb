package cellwright.protocol.exchange;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a unicycler file. */
final class UnicyclerSteps {
    private static final int MILLI = -3;
    private static final int MOST_PER_DECADE = 100;
    private static final double LOWEST_HERTZ = 1e-5;
    private static final double HIGHEST_HERTZ = 1e7;
    private static final String TYPES = "open_circuit_voltage, constant_current, constant_voltage,"
            + " impedance_spectroscopy, voltage_scan, loop, tag";

    private final Ledger ledger;
    private final Drives drives;
    private final FlatLoops loops;
    private final Map<String, Integer> tags = new HashMap<>();
    private final Set<String> usedTags = new HashSet<>();

    UnicyclerSteps(Ledger ledger, LongestTime longest) {
        this.ledger = ledger;
        this.drives = new Drives(ledger, longest);
        this.loops = new FlatLoops(ledger);
    }

    /** The steps, nested. */
    List<Step> steps(List<JsonValue> items) {
        findTags(items);
        for (int index = 0; index < items.size(); index++) {
            try {
                step(items.get(index), index);
            } catch (Complaint complaint) {
                ledger.error(complaint.place(), "method[" + index + "]: " + complaint.message());
            }
        }
        return loops.steps();
    }

    private void findTags(List<JsonValue> items) {
        for (int index = 0; index < items.size(); index++) {
            Optional<String> tag = word(items.get(index), "tag");
            if (tag.isPresent() && tags.putIfAbsent(tag.get(), index) != null) {
                ledger.error(
                        items.get(index).place(), "method[" + index + "].tag \"" + tag.get() + "\" is there twice");
            }
            word(items.get(index), "loop_to").ifPresent(usedTags::add);
        }
    }

    private static Optional<String> word(JsonValue item, String key) {
        return item instanceof JsonValue.Members object && object.members().get(key) instanceof JsonValue.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private void step(JsonValue item, int index) throws Complaint {
        if (!(item instanceof JsonValue.Members object)) {
            throw new Complaint(item.place(), "a step is an object, found " + item.kind());
        }
        var fields = new JsonFields(object, "method[" + index + "]", ledger);
        Optional<String> type = fields.text("step");
        if (type.isEmpty()) {
            fields.missing("step", "one of " + TYPES);
            return;
        }
        fields.text("id").ifPresent(id -> ledger.lost(fields.where("id"), "steps have no names here"));
        Optional<Step> made =
                switch (type.get()) {
                    case "open_circuit_voltage" -> rest(fields);
                    case "constant_current" -> current(fields);
                    case "constant_voltage" -> hold(fields);
                    case "impedance_spectroscopy" -> spectrum(fields);
                    case "voltage_scan" -> scan(fields);
                    case "loop" -> loop(fields, index, item);
                    case "tag" -> tag(fields);
                    default -> unknown(fields, type.get());
                };
        fields.finish();
        if (made.isPresent()) {
            loops.add(index, made.get(), item.place());
        }
    }

    private static Optional<Step> unknown(JsonFields fields, String type) {
        fields.error("step", "\"" + type + "\" is not known; expected one of " + TYPES);
        return Optional.empty();
    }

    private Optional<Step> rest(JsonFields fields) {
        Optional<Duration> time = fields.seconds("until_time_s");
        if (time.isEmpty()) {
            fields.missing("until_time_s", "a time above 0");
            return Optional.empty();
        }
        return Optional.of(drives.drive(new Setting.Rest(), Optional.empty(), time, Optional.empty(), ""));
    }

    private Optional<Step> current(JsonFields fields) {
        Optional<Double> rate = rate(fields, "rate_C").filter(value -> value != 0);
        Optional<Double> amps = fields.scaled("current_mA", MILLI).filter(value -> value != 0);
        if (rate.isPresent() && amps.isPresent()) {
            ledger.assumed(fields.where("current_mA"), "rate_C stands beside it and counts; this current does not");
        }
        Optional<Duration> time = fields.seconds("until_time_s");
        Optional<Double> volts = fields.scaled("until_voltage_V", 0);
        volts.filter(level -> level == 0)
                .ifPresent(level -> ledger.changed(
                        fields.where("until_voltage_V"),
                        "0 V is a cut-off here, which aurora-unicycler passes over; take it out if it means none"));
        if (time.isEmpty() && volts.isEmpty()) {
            fields.missing("until_voltage_V", "until_voltage_V or until_time_s, so that the step ends");
        }
        Optional<Amount> amount = rate.<Amount>map(Amount.CRate::new).or(() -> amps.map(Amount.Si::new));
        if (amount.isEmpty()) {
            fields.missing("rate_C", "rate_C or current_mA other than 0");
            return Optional.empty();
        }
        Setting.Galvanostatic setting = Drives.current(amount.get());
        Optional<Until> until = volts.map(level -> Drives.reached(setting, level));
        return Optional.of(drives.drive(setting, until, time, Optional.empty(), fields.where("step")));
    }

    private Optional<Step> hold(JsonFields fields) {
        Optional<Double> volts = fields.scaled("voltage_V", 0);
        Optional<Double> rate = rate(fields, "until_rate_C").filter(value -> value != 0);
        Optional<Double> amps = fields.scaled("until_current_mA", MILLI).filter(value -> value != 0);
        if (rate.isPresent() && amps.isPresent()) {
            ledger.assumed(fields.where("until_current_mA"), "until_rate_C stands beside it and counts; this does not");
        }
        Optional<Duration> time = fields.seconds("until_time_s");
        if (time.isEmpty() && rate.isEmpty() && amps.isEmpty()) {
            fields.missing("until_time_s", "until_time_s, until_rate_C or until_current_mA other than 0");
        }
        if (volts.isEmpty()) {
            fields.missing("voltage_V", "the voltage to hold");
            return Optional.empty();
        }
        Optional<Until> until = rate.<Amount>map(value -> new Amount.CRate(Math.abs(value)))
                .or(() -> amps.map(value -> new Amount.Si(Math.abs(value))))
                .map(level -> new Until.Below(Subject.CURRENT, level));
        var setting = new Setting.Potentiostatic(new Amount.Volts(volts.get(), Optional.empty()), Optional.empty());
        return Optional.of(drives.drive(setting, until, time, Optional.empty(), fields.where("step")));
    }

    /** A number, or a fraction of 1C: "C/5", "3C/2", "1/20"; with D a discharge. */
    private Optional<Double> rate(JsonFields fields, String key) {
        Optional<String> text = fields.value(key).flatMap(JsonFields::digits);
        if (text.isEmpty() || text.get().isBlank() || Exact.number(text.get()).isPresent()) {
            return fields.scaled(key, 0);
        }
        Optional<Double> rate = fraction(text.get().replace(" ", ""));
        if (rate.isEmpty()) {
            fields.error(key, "\"" + text.get() + "\" is no C-rate; expected 0.05, C/5, 3C/2, D/5 or 1/20");
        }
        return rate;
    }

    private static Optional<Double> fraction(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        boolean discharge = parts[0].contains("D");
        String above = parts[0].replaceFirst("[CD]", "");
        boolean letterAlone = above.isEmpty() && !parts[0].isEmpty();
        Optional<BigDecimal> times = letterAlone ? Optional.of(BigDecimal.ONE) : Exact.number(above);
        Optional<BigDecimal> over = Exact.number(parts[1]).filter(number -> number.signum() != 0);
        return times.flatMap(a -> over.map(b -> (discharge ? -1 : 1) * a.doubleValue() / b.doubleValue()))
                .filter(Double::isFinite);
    }

    private Optional<Step> spectrum(JsonFields fields) {
        Optional<Double> volts = fields.positive("amplitude_V", 0);
        Optional<Double> amps = fields.positive("amplitude_mA", MILLI);
        if (volts.isPresent() == amps.isPresent()) {
            fields.missing("amplitude_V", "either amplitude_V or amplitude_mA, and not both");
        }
        double from = hertz(fields, "start_frequency_Hz");
        double to = hertz(fields, "end_frequency_Hz");
        int perDecade = fields.count("points_per_decade", MOST_PER_DECADE).orElse(10);
        if (fields.count("measures_per_point", Integer.MAX_VALUE).orElse(1) > 1) {
            ledger.lost(fields.where("measures_per_point"), "the instrument decides how often a point is measured");
        }
        if (fields.value("drift_correction").filter(UnicyclerSteps::isTrue).isPresent()) {
            ledger.lost(fields.where("drift_correction"), "spectra are judged for drift here, not corrected");
        }
        ledger.assumed(fields.where("step"), "the spectrum is taken at open circuit");
        Sweep.Mode mode = volts.isPresent() ? Sweep.Mode.POTENTIOSTATIC : Sweep.Mode.GALVANOSTATIC;
        double amplitude = volts.or(() -> amps).orElse(1.0);
        return Optional.of(new Step.Measure(new Sweep(mode, amplitude, from, to, perDecade, false)));
    }

    private static boolean isTrue(JsonValue value) {
        return value instanceof JsonValue.Word word && word.word().equals("true");
    }

    private static double hertz(JsonFields fields, String key) {
        Optional<Double> value = fields.scaled(key, 0);
        if (value.isEmpty() || value.get() < LOWEST_HERTZ || value.get() > HIGHEST_HERTZ) {
            fields.missing(key, "a frequency from 1e-5 to 1e7 Hz");
            return 1;
        }
        return value.get();
    }

    private static Optional<Step> scan(JsonFields fields) {
        new ArrayList<>(List.of("start_voltage_V", "end_voltage_V", "scan_rate_mV_per_s")).forEach(fields::number);
        fields.error(
                "step",
                "voltage_scan cannot be said here, and without it the cell would come to the next steps in another"
                        + " state; take the scan out of the file, or write it as a polarise step by hand");
        return Optional.empty();
    }

    private Optional<Step> loop(JsonFields fields, int index, JsonValue item) throws Complaint {
        Optional<Integer> times = fields.count("cycle_count", FlatLoops.MOST_TIMES);
        if (times.isEmpty()) {
            fields.missing("cycle_count", "how many passes in all");
        }
        Optional<JsonValue> to = fields.value("loop_to");
        int target = 0;
        if (to.isPresent() && to.get() instanceof JsonValue.Text tag) {
            Optional<Integer> found = Optional.ofNullable(tags.get(tag.text()));
            if (found.isEmpty()) {
                fields.error("loop_to", "names the tag \"" + tag.text() + "\", which is not there");
                return Optional.empty();
            }
            target = found.get();
        } else if (to.isPresent()) {
            target = fields.count("loop_to", Integer.MAX_VALUE).orElse(1) - 1;
        }
        if (target >= index) {
            fields.error("loop_to", "must go back to an earlier step");
            return Optional.empty();
        }
        loops.loop(index, target, times.orElse(1), item.place());
        return Optional.empty();
    }

    private Optional<Step> tag(JsonFields fields) {
        Optional<String> tag = fields.text("tag").filter(text -> !text.isBlank());
        if (tag.isEmpty()) {
            fields.missing("tag", "a name");
        }
        return tag.filter(text -> !usedTags.contains(text)).map(Step.Note::new);
    }
}
