package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code limits:} of a protocol or step and the {@code envelope:} of a cell. */
final class LimitsReader {
    private static final List<String> KEYS =
            List.of("voltage", "current", "temperature", "pressure", "force", "silence");
    private static final List<String> BOUND_KEYS = List.of("range", "low", "high", "trips");
    private static final Pattern TRIPS = Pattern.compile("([0-9]{1,3})\\s+of\\s+([0-9]{1,3})");

    private LimitsReader() {}

    /** The limits under a key; none if it is absent. */
    static Limits under(Fields fields, String key, String path) {
        return fields.node(key)
                .map(node -> read(node, key, path + key, fields.reading()))
                .orElse(Limits.NONE);
    }

    private static Limits read(Node node, String what, String path, Reading reading) {
        reading.mark(path, node);
        Fields fields = Fields.of(node, what, KEYS, reading);
        var bounds = new ArrayList<Limits.Bound>();
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                subject(entry.key().text()).ifPresent(subject -> {
                    reading.mark(path + "/" + subject.word(), entry.value());
                    bounds.add(bound(subject, entry.value(), reading));
                });
            }
        }
        fields.node("silence").ifPresent(value -> reading.mark(path + "/silence", value));
        Optional<Duration> silence = fields.time("silence");
        return new Limits(bounds, silence);
    }

    private static Optional<Subject> subject(String word) {
        for (Subject subject : Subject.values()) {
            if (subject.word().equals(word)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    private static Limits.Bound bound(Subject subject, Node node, Reading reading) {
        if (node instanceof Node.Mapping) {
            return detailed(subject, node, reading);
        }
        return reading.meaning(node, RangeText.example(subject), text -> RangeText.parse(subject, text))
                .map(range -> new Limits.Bound(subject, range.low(), range.high(), Debounce.USUAL))
                .orElse(new Limits.Bound(subject, Optional.empty(), Optional.empty(), Debounce.USUAL));
    }

    private static Limits.Bound detailed(Subject subject, Node node, Reading reading) {
        Fields fields = Fields.of(node, "a limit", BOUND_KEYS, reading);
        Debounce trips = fields.text("trips", "a count such as 2 of 3", LimitsReader::trips)
                .orElse(Debounce.USUAL);
        Optional<RangeText> range =
                fields.text("range", RangeText.example(subject), text -> RangeText.parse(subject, text));
        boolean ends = fields.has("low") || fields.has("high");
        if (fields.has("range") == ends) {
            reading.faults().error(node.place(), "a limit has either range: or low: and high:");
        }
        if (range.isPresent()) {
            return new Limits.Bound(subject, range.get().low(), range.get().high(), trips);
        }
        return ends(subject, fields, trips);
    }

    private static Limits.Bound ends(Subject subject, Fields fields, Debounce trips) {
        String expected = SubjectText.dimension(subject).expectation(false);
        Optional<Amount> low = fields.text("low", expected, text -> RangeText.end(subject, text));
        Optional<Amount> high = fields.text("high", expected, text -> RangeText.end(subject, text));
        try {
            RangeText.of("low and high", low, high);
        } catch (Misfit misfit) {
            fields.reading().faults().error(fields.place(), misfit);
        }
        return new Limits.Bound(subject, low, high, trips);
    }

    private static Debounce trips(String text) throws Misfit {
        Matcher matcher = TRIPS.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Misfit("\"" + text + "\" is no count of readings; expected for example 2 of 3");
        }
        int trips = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        if (trips < 1 || of < trips || of > 32) {
            throw new Misfit("\"" + text + "\" can never or always trip; expected n of m with 1 <= n <= m <= 32");
        }
        return new Debounce(trips, of);
    }
}
