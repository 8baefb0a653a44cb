package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.RecordRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The {@code record:} of a protocol or step. */
final class RecordReader {
    /** The line that keeps nothing but the ends of each step. */
    static final String ENDS_ONLY = "ends only";

    /** What a protocol without {@code record:} keeps: more than is needed rather than less. */
    static final RecordRule USUAL = new RecordRule(
            Optional.of(Duration.ofSeconds(30)), OptionalDouble.of(0.005), Optional.empty(), Optional.empty());

    private static final List<String> KEYS = List.of("every", "dV", "dI", "dQ");

    private RecordReader() {}

    /** The rule under a key, if any. */
    static Optional<RecordRule> under(Fields fields, String key, String path) {
        Optional<Node> node = fields.node(key);
        node.ifPresent(value -> fields.reading().mark(path + key, value));
        return node.map(value -> read(value, fields.reading()));
    }

    private static RecordRule read(Node node, Reading reading) {
        if (node instanceof Node.Scalar) {
            return reading.meaning(node, "{ every: 10 s, dV: 2 mV } or \"ends only\"", RecordReader::word)
                    .orElse(RecordRule.ENDS_ONLY);
        }
        Fields fields = Fields.of(node, "a record rule", KEYS, reading);
        if (node instanceof Node.Mapping mapping && mapping.entries().isEmpty()) {
            reading.faults().error(node.place(), "the record rule is empty; expected every, dV, dI or dQ");
        }
        Optional<Double> volts =
                fields.text("dV", "a voltage such as 2 mV", text -> Quantity.positive(text, Dimension.VOLTAGE));
        Optional<Amount> amps = fields.text("dI", "a current such as 10 µA", AmountText::current);
        Optional<Amount> charge =
                fields.text("dQ", "a charge such as 1 mAh/g", text -> AmountText.positive(text, Dimension.CHARGE));
        OptionalDouble deltaVolts = volts.isPresent() ? OptionalDouble.of(volts.get()) : OptionalDouble.empty();
        return new RecordRule(fields.time("every"), deltaVolts, amps, charge);
    }

    private static RecordRule word(String text) throws Misfit {
        if (text.strip().equals(ENDS_ONLY)) {
            return RecordRule.ENDS_ONLY;
        }
        throw new Misfit("\"" + text + "\" is no record rule; expected { every: 10 s, dV: 2 mV } or \"ends only\"");
    }
}
