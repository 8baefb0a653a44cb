package cellwright.protocol.exchange;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Protocol;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Subject;
import cellwright.protocol.yaml.ReadProtocol;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Writes the JSON of aurora-unicycler 0.4; loops go back to tags, which no later step can displace. */
final class UnicyclerWriter {
    private static final String VERSION = "0.4.6";
    private static final String PLACEHOLDER = "$NAME";
    private static final int TO_MILLI = 3;
    private static final Duration USUAL_RECORD = Duration.ofMinutes(1);
    private static final double LOWEST_HERTZ = 1e-5;
    private static final double HIGHEST_HERTZ = 1e7;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Protocol protocol;
    private final ReadProtocol read;
    private final CellFigures figures;
    private final Ledger ledger;
    private final List<Map<String, Object>> method = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private int steps;
    private boolean rates;

    UnicyclerWriter(ReadProtocol read, CellFigures figures, Ledger ledger) {
        this.protocol = read.protocol();
        this.read = read;
        this.figures = figures;
        this.ledger = ledger;
    }

    /** The text. */
    Optional<Exported> write(List<CommonStep> common) {
        labels(common);
        common.forEach(this::step);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("unicycler", Map.of("version", VERSION));
        root.put("sample", sample());
        root.put("record", record());
        root.put("safety", safety());
        root.put("method", method);
        try {
            return Optional.of(new Exported(MAPPER.writeValueAsString(root) + "\n", steps, ledger.remarks()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of numbers and texts can always be written", impossible);
        }
    }

    private Map<String, Object> sample() {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("name", figures.name().orElse(PLACEHOLDER));
        OptionalDouble oneC = figures.oneC();
        oneC.ifPresent(amps -> sample.put("capacity_mAh", number(amps, TO_MILLI)));
        if (rates && oneC.isEmpty()) {
            ledger.assumed(
                    ledger.file(),
                    "what 1C is stands in no cell's file that was named; unicycler wants sample.capacity_mAh before it"
                            + " writes for a cycler (--cell)");
        }
        return sample;
    }

    private Map<String, Object> record() {
        RecordRule rule = protocol.record();
        String where = read.places().at("record").toString();
        Map<String, Object> record = new LinkedHashMap<>();
        if (rule.every().isEmpty()) {
            ledger.assumed(where, "unicycler wants a time between records; it is 60 s");
        }
        record.put("time_s", seconds(rule.every().orElse(USUAL_RECORD)));
        rule.deltaVolts().ifPresent(volts -> record.put("voltage_V", number(volts, 0)));
        rule.deltaAmps().ifPresent(amps -> deltaAmps(amps, where, record));
        rule.deltaCharge().ifPresent(charge -> ledger.lost(where, "records at steps of charge (dQ)"));
        return record;
    }

    private void deltaAmps(Amount amps, String where, Map<String, Object> record) {
        try {
            record.put("current_mA", number(figures.absolute(amps), TO_MILLI));
        } catch (CellFigures.Unknown unknown) {
            ledger.lost(where, "records at steps of current: " + unknown.getMessage());
        }
    }

    private Map<String, Object> safety() {
        Map<String, Object> safety = new LinkedHashMap<>();
        for (Limits.Bound bound : protocol.limits().bounds()) {
            boolean volts = bound.subject() == Subject.VOLTAGE;
            if (volts || bound.subject() == Subject.CURRENT) {
                String unit = volts ? "_voltage_V" : "_current_mA";
                limit(bound, bound.low(), "min" + unit, volts ? 0 : TO_MILLI, safety);
                limit(bound, bound.high(), "max" + unit, volts ? 0 : TO_MILLI, safety);
            }
        }
        return safety;
    }

    private void limit(Limits.Bound bound, Optional<Amount> level, String key, int shift, Map<String, Object> safety) {
        if (level.isEmpty()) {
            return;
        }
        try {
            safety.put(key, number(figures.absolute(level.get()), shift));
        } catch (CellFigures.Unknown unknown) {
            Place place = read.places().at("limits/" + bound.subject().word());
            ledger.error(place, "the limit on " + bound.subject().word() + ": " + unknown.getMessage());
        }
    }

    /** Tags are names, so each label must be one that no other has. */
    private void labels(List<CommonStep> common) {
        for (CommonStep step : common) {
            if (step instanceof CommonStep.Label label) {
                tags.add(label.text());
            } else if (step instanceof CommonStep.Loop loop) {
                labels(loop.steps());
            }
        }
    }

    private void step(CommonStep step) {
        switch (step) {
            case CommonStep.Rest rest -> put("open_circuit_voltage", step).put("until_time_s", seconds(rest.time()));
            case CommonStep.Current current -> current(current);
            case CommonStep.Hold hold -> hold(hold);
            case CommonStep.Spectrum spectrum -> spectrum(spectrum);
            case CommonStep.Label label -> label(label);
            case CommonStep.Loop loop -> loop(loop);
            case CommonStep.Power power ->
                ledger.error(
                        Place.whole(power.where()),
                        "unicycler has no constant power; give a current, or export PyBaMM sentences");
        }
    }

    private Map<String, Object> put(String type, CommonStep step) {
        period(step);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", type);
        method.add(fields);
        steps++;
        return fields;
    }

    private void period(CommonStep step) {
        Optional<Duration> period =
                switch (step) {
                    case CommonStep.Rest rest -> rest.period();
                    case CommonStep.Current current -> current.period();
                    case CommonStep.Hold hold -> hold.period();
                    case CommonStep.Power power -> power.period();
                    case CommonStep.Spectrum other -> Optional.empty();
                    case CommonStep.Label other -> Optional.empty();
                    case CommonStep.Loop other -> Optional.empty();
                };
        period.ifPresent(own -> ledger.lost(step.where(), "the step's own rule for records"));
    }

    private void current(CommonStep.Current step) {
        Map<String, Object> fields = put("constant_current", step);
        amount(step.current(), "rate_C", "current_mA", fields);
        fields.put("until_time_s", seconds(step.time()));
        if (step.volts().isPresent()) {
            fields.put("until_voltage_V", number(step.volts().getAsDouble(), 0));
            if (step.volts().getAsDouble() == 0) {
                ledger.changed(
                        step.where(),
                        "aurora-unicycler " + VERSION + " passes over a cut-off of 0 V when it writes for a cycler, and"
                                + " the current then flows until the time is over; see to it in the cycler's file");
            }
        }
    }

    private void amount(Amount amount, String rateKey, String currentKey, Map<String, Object> fields) {
        if (amount instanceof Amount.CRate rate) {
            rates = true;
            fields.put(rateKey, number(rate.multiple(), 0));
        } else {
            fields.put(currentKey, number(amount.number(), TO_MILLI));
        }
    }

    private void hold(CommonStep.Hold step) {
        Map<String, Object> fields = put("constant_voltage", step);
        fields.put("voltage_V", number(step.volts(), 0));
        fields.put("until_time_s", seconds(step.time()));
        step.current().ifPresent(level -> amount(level, "until_rate_C", "until_current_mA", fields));
    }

    private void spectrum(CommonStep.Spectrum step) {
        Sweep sweep = step.sweep();
        double low = Math.min(sweep.fromHz(), sweep.toHz());
        double high = Math.max(sweep.fromHz(), sweep.toHz());
        if (low < LOWEST_HERTZ || high > HIGHEST_HERTZ) {
            ledger.error(Place.whole(step.where()), "unicycler knows frequencies from 1e-5 to 1e7 Hz");
        }
        if (sweep.atHold()) {
            ledger.changed(step.where(), "the spectrum is not said to be taken at the held potential");
        }
        boolean volts = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        Map<String, Object> fields = put("impedance_spectroscopy", step);
        fields.put(volts ? "amplitude_V" : "amplitude_mA", number(sweep.amplitude(), volts ? 0 : TO_MILLI));
        fields.put("start_frequency_Hz", number(sweep.fromHz(), 0));
        fields.put("end_frequency_Hz", number(sweep.toHz(), 0));
        fields.put("points_per_decade", sweep.pointsPerDecade());
    }

    private void label(CommonStep.Label label) {
        boolean used = method.stream().anyMatch(fields -> label.text().equals(fields.get("tag")));
        if (used || label.text().isBlank()) {
            ledger.lost(label.where(), "the note \"" + label.text() + "\"; a tag with these words is there already");
        } else {
            tag(label.text());
        }
    }

    private void tag(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", "tag");
        fields.put("tag", name);
        method.add(fields);
    }

    private void loop(CommonStep.Loop loop) {
        if (loop.steps().stream().allMatch(CommonStep.Label.class::isInstance)) {
            ledger.lost(loop.where(), "a loop of notes alone");
            return;
        }
        int number = 1;
        while (!tags.add("loop " + number)) {
            number++;
        }
        tag("loop " + number);
        loop.steps().forEach(this::step);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", "loop");
        fields.put("loop_to", "loop " + number);
        fields.put("cycle_count", loop.times());
        method.add(fields);
    }

    private static BigDecimal seconds(Duration time) {
        return new BigDecimal(Exact.text(Exact.seconds(time)));
    }

    private static BigDecimal number(double value, int shift) {
        return new BigDecimal(Exact.text(value, shift));
    }
}
