package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the JSON of aurora-unicycler 0.4: what is recorded, what must not happen, and a flat list of steps. */
final class UnicyclerReader {
    private static final String PLACEHOLDER = "$NAME";
    private static final int MILLI = -3;
    private static final double HOUR_SECONDS = 3600;

    private final ForeignProtocol.Order order;
    private final Ledger ledger;

    private UnicyclerReader(ForeignProtocol.Order order, Ledger ledger) {
        this.order = order;
        this.ledger = ledger;
    }

    /** The protocol; what is wrong stands in the ledger. */
    static Protocol read(ForeignProtocol.Order order, Ledger ledger) throws Complaint {
        JsonValue root = JsonReader.read(order.file(), order.text());
        if (root instanceof JsonValue.Members object) {
            return new UnicyclerReader(order, ledger).protocol(new JsonFields(object, "", ledger));
        }
        throw new Complaint(root.place(), "a protocol of aurora-unicycler is a JSON object, found " + root.kind());
    }

    private Protocol protocol(JsonFields root) {
        JsonFields about = root.object("unicycler");
        about.text("version");
        about.finish();
        JsonFields sample = root.object("sample");
        sample.text("name")
                .filter(given -> !given.isBlank() && !given.equals(PLACEHOLDER))
                .ifPresent(given -> ledger.lost(sample.where("name"), "the sample is named in the cell's file here"));
        Optional<Double> ampHours = sample.positive("capacity_mAh", MILLI);
        sample.finish();
        RecordRule record = record(root.object("record"));
        Limits limits = limits(root.object("safety"));
        List<Step> steps = method(root, longest(ampHours));
        root.finish();
        capacity(sample, ampHours, root);
        return new Protocol(
                order.name(),
                "imported from " + ForeignFormat.UNICYCLER.title(),
                Optional.empty(),
                new RateBasis.CellDefinition(),
                1,
                record,
                limits,
                Map.of(),
                steps);
    }

    private LongestTime longest(Optional<Double> ampHours) {
        return new LongestTime(
                order.longest(),
                ampHours.isPresent() ? OptionalDouble.of(ampHours.get() * HOUR_SECONDS) : OptionalDouble.empty());
    }

    private void capacity(JsonFields sample, Optional<Double> ampHours, JsonFields root) {
        if (ampHours.isPresent()) {
            ledger.changed(
                    sample.where("capacity_mAh"),
                    "1C of this file is " + Exact.text(ampHours.get(), 3) + " mA; here the cell's file says what 1C is:"
                            + " see that it says \"one C: " + Exact.text(ampHours.get(), 3) + " mA\"");
        } else {
            ledger.assumed(root.where("sample"), "the file does not say what 1C is; the cell's file does");
        }
    }

    private RecordRule record(JsonFields record) {
        Optional<Duration> every = record.seconds("time_s");
        if (every.isEmpty()) {
            record.missing("time_s", "a time in s above 0 between two records");
        }
        Optional<Double> volts = record.positive("voltage_V", 0);
        Optional<Amount> amps = record.positive("current_mA", MILLI).map(Amount.Si::new);
        record.finish();
        return new RecordRule(
                every,
                volts.isPresent() ? OptionalDouble.of(volts.get()) : OptionalDouble.empty(),
                amps,
                Optional.empty());
    }

    private Limits limits(JsonFields safety) {
        List<Limits.Bound> bounds = new ArrayList<>();
        Optional<Double> low = safety.scaled("min_voltage_V", 0);
        Optional<Double> high = safety.scaled("max_voltage_V", 0);
        bound(safety, Subject.VOLTAGE, low.map(UnicyclerReader::volts), high.map(UnicyclerReader::volts), bounds);
        Optional<Amount> least = safety.scaled("min_current_mA", MILLI).map(Amount.Si::new);
        Optional<Amount> most = safety.scaled("max_current_mA", MILLI).map(Amount.Si::new);
        bound(safety, Subject.CURRENT, least, most, bounds);
        safety.scaled("max_capacity_mAh", MILLI)
                .ifPresent(capacity -> ledger.lost(
                        safety.where("max_capacity_mAh"),
                        "a run is not ended by its charge here, so this limit no longer protects the cell; end the"
                                + " steps that need it with \"capacity >= .. mAh\""));
        safety.scaled("delay_s", 0)
                .filter(delay -> delay != 0)
                .ifPresent(delay -> ledger.changed(
                        safety.where("delay_s"),
                        "limits do not wait a time here; they trip when 2 of the last 3 readings are bad (\"trips\")"));
        safety.finish();
        return new Limits(bounds, Optional.empty());
    }

    private static Amount volts(double volts) {
        return new Amount.Volts(volts, Optional.empty());
    }

    private static void bound(
            JsonFields safety,
            Subject subject,
            Optional<Amount> low,
            Optional<Amount> high,
            List<Limits.Bound> bounds) {
        if (low.isPresent()
                && high.isPresent()
                && !(low.get().number() < high.get().number())) {
            safety.error(subject == Subject.VOLTAGE ? "max_voltage_V" : "max_current_mA", "must be above the minimum");
        }
        if (low.isPresent() || high.isPresent()) {
            bounds.add(new Limits.Bound(subject, low, high, Debounce.USUAL));
        }
    }

    private List<Step> method(JsonFields root, LongestTime longest) {
        Optional<JsonValue> method = root.value("method");
        if (method.isEmpty()) {
            root.missing("method", "a list of steps");
            return List.of();
        }
        if (method.get() instanceof JsonValue.Items list && !list.items().isEmpty()) {
            return new UnicyclerSteps(ledger, longest).steps(list.items());
        }
        root.error(
                "method",
                "must be a list of one or more steps, found " + method.get().kind());
        return List.of();
    }
}
