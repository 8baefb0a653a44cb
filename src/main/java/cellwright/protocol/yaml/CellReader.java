package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.Electrode;
import cellwright.protocol.Limits;
import cellwright.protocol.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a cell's text: {@code cell}, {@code chemistry}, {@code owner}, {@code active mass}, {@code area}, {@code one C},
 * {@code counter electrode} (a known name, or {@code { name: In/InLi, vs Li+/Li: 0.622 V }}), {@code envelope} (limits
 * as in a protocol, voltages with their reference) and {@code simulation} (settings of the simulator's driver, passed
 * on as they stand).
 */
public final class CellReader {
    private static final List<String> KEYS = List.of(
            "cell",
            "chemistry",
            "owner",
            "active mass",
            "area",
            "one C",
            "counter electrode",
            "envelope",
            "simulation");
    private static final List<String> ELECTRODE = List.of("name", "vs Li+/Li");

    private CellReader() {}

    /**
     * Reads a cell with every fault found in one pass.
     *
     * @param file the file's name, for messages
     * @param text its text
     */
    public static Result<Cell> read(String file, String text) {
        return switch (TreeReader.read(file, text)) {
            case Result.Refused<Node> refused -> new Result.Refused<>(refused.problems());
            case Result.Made<Node> made -> {
                var faults = new Faults();
                Fields fields = Fields.of(made.value(), "a cell", KEYS, Reading.literal(faults));
                yield made.value() instanceof Node.Mapping ? faults.judge(cell(fields)) : faults.refuse();
            }
        };
    }

    private static Cell cell(Fields fields) {
        String name = fields.required("cell", "the cell's name", text -> text, "");
        String chemistry =
                fields.text("chemistry", "the chemistry in words", text -> text).orElse("");
        String owner = fields.text("owner", "who to ask", text -> text).orElse("");
        OptionalDouble mass = positive(fields, "active mass", Dimension.MASS);
        OptionalDouble area = positive(fields, "area", Dimension.AREA);
        Optional<Amount> oneC = fields.text(
                "one C",
                "a current such as 180 mA/g, 1.1 mA/cm2 or 0.9 mA",
                text -> AmountText.positive(text, Dimension.CURRENT));
        Optional<Electrode> counter =
                fields.node("counter electrode").flatMap(node -> electrode(node, fields.reading()));
        Limits envelope = LimitsReader.under(fields, "envelope", "");
        stateReferences(fields, envelope);
        Map<String, String> simulation = fields.texts("simulation", "{ cathode: NCM85 }");
        return new Cell(name, chemistry, owner, mass, area, oneC, counter, envelope, simulation);
    }

    private static OptionalDouble positive(Fields fields, String key, Dimension dimension) {
        Optional<Double> value =
                fields.text(key, dimension.expectation(false), text -> Quantity.positive(text, dimension));
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Optional<Electrode> electrode(Node node, Reading reading) {
        if (node instanceof Node.Scalar) {
            return reading.meaning(node, "a counter electrode such as In/InLi", CellReader::known);
        }
        Fields fields = Fields.of(node, "counter electrode", ELECTRODE, reading);
        if (!(node instanceof Node.Mapping)) {
            return Optional.empty();
        }
        String name = fields.required("name", "the electrode's name", text -> text, "");
        double volts = fields.required(
                "vs Li+/Li", "a voltage such as 0.622 V", text -> Quantity.plain(text, Dimension.VOLTAGE), 0.0);
        return Optional.of(new Electrode(name, volts));
    }

    private static Electrode known(String text) throws Misfit {
        return Electrode.named(text.strip())
                .orElseThrow(() -> new Misfit("unknown electrode \"" + text + "\"; known are "
                        + String.join(
                                ", ",
                                Electrode.KNOWN.stream().map(Electrode::name).toList())
                        + "; any other is written as { name: ..., vs Li+/Li: ... V }"));
    }

    private static void stateReferences(Fields fields, Limits envelope) {
        for (Limits.Bound bound : envelope.bounds()) {
            if (unreferenced(bound.low()) || unreferenced(bound.high())) {
                fields.reading()
                        .faults()
                        .error(
                                fields.reading().places().getOrDefault("envelope/voltage", fields.place()),
                                "a cell's voltages state their reference: vs cell or vs Li+/Li");
            }
        }
    }

    private static boolean unreferenced(Optional<Amount> amount) {
        return amount.isPresent()
                && amount.get() instanceof Amount.Volts volts
                && volts.reference().isEmpty();
    }
}
