package cellwright.protocol.yaml;

import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Steps that wait for a quantity: a set-point to be reached, or a drift to end. */
final class SettleReader {
    private static final List<String> STABLE = List.of("within", "for");
    private static final String STABLE_EXAMPLE = "{ within: 0.2 K, for: 30 min }";

    private SettleReader() {}

    /** The step, unless it is not even clear what it waits for. */
    static Optional<Step> read(Fields fields, String action) {
        boolean waits = action.equals("wait for");
        Optional<Subject> subject = waits
                ? fields.text("wait for", "voltage, temperature or pressure", SubjectText::parse)
                : regulated(action);
        if (subject.isEmpty()) {
            fields.present("stable", STABLE_EXAMPLE);
            fields.present("at most", "a time such as 4 h");
        }
        return subject.map(known -> settle(fields, action, known, waits));
    }

    private static Optional<Subject> regulated(String action) {
        return switch (action) {
            case "temperature" -> Optional.of(Subject.TEMPERATURE);
            case "pressure" -> Optional.of(Subject.PRESSURE);
            default -> Optional.of(Subject.FORCE);
        };
    }

    private static Step settle(Fields fields, String action, Subject subject, boolean waits) {
        Dimension dimension = SubjectText.dimension(subject);
        OptionalDouble target = waits
                ? OptionalDouble.empty()
                : OptionalDouble.of(fields.required(
                        action, dimension.expectation(false), text -> Quantity.plain(text, dimension), 0.0));
        Optional<Double> ramp =
                fields.text("ramp", "a rate such as 1 K/min", text -> SubjectText.perSecond(subject, text));
        Stable stable = stable(fields, subject);
        Duration atMost = fields.requiredTime("at most");
        return new Step.Settle(
                subject,
                target,
                ramp.isPresent() ? OptionalDouble.of(ramp.get()) : OptionalDouble.empty(),
                stable.within(),
                stable.time(),
                atMost,
                DriveReader.whenLate(fields));
    }

    private static Stable stable(Fields fields, Subject subject) {
        fields.present("stable", STABLE_EXAMPLE);
        Optional<Node> node = fields.node("stable");
        if (node.isEmpty()) {
            return new Stable(1, Duration.ZERO);
        }
        Fields stable = Fields.of(node.get(), "stable", STABLE, fields.reading());
        if (!(node.get() instanceof Node.Mapping)) {
            return new Stable(1, Duration.ZERO);
        }
        Dimension difference = SubjectText.difference(subject);
        double within = stable.required(
                "within", difference.expectation(false), text -> Quantity.positive(text, difference), 1.0);
        return new Stable(within, stable.requiredTime("for"));
    }

    private record Stable(double within, Duration time) {}
}
