package cellwright.protocol.yaml;

import cellwright.instrument.Sweep;
import cellwright.instrument.Sweep.Mode;
import cellwright.protocol.Step;
import java.util.List;
import java.util.Optional;

/** Impedance spectra. */
final class SweepReader {
    private static final List<String> KEYS = List.of("mode", "amplitude", "from", "to", "per decade", "at");
    private static final int MOST_PER_DECADE = 100;

    private SweepReader() {}

    /** The step, unless something is missing. */
    static Optional<Step> read(Fields step, String path) {
        return step.node("eis").flatMap(node -> measure(node, step.reading(), path + "/eis/"));
    }

    private static Optional<Step> measure(Node node, Reading reading, String path) {
        Fields fields = Fields.of(node, "eis", KEYS, reading);
        for (String key : KEYS) {
            fields.node(key).ifPresent(value -> reading.mark(path + key, value));
        }
        if (!(node instanceof Node.Mapping)) {
            return Optional.empty();
        }
        Mode mode = fields.required("mode", "potentiostatic or galvanostatic", SweepReader::mode, Mode.POTENTIOSTATIC);
        Dimension excited = mode == Mode.POTENTIOSTATIC ? Dimension.VOLTAGE : Dimension.CURRENT;
        double amplitude =
                fields.required("amplitude", excited.expectation(false), text -> Quantity.positive(text, excited), 1.0);
        double from = frequency(fields, "from");
        double to = frequency(fields, "to");
        int perDecade = fields.required(
                "per decade",
                "a number of points such as 10",
                text -> Decimal.whole(text, 1, MOST_PER_DECADE, "a number of points per decade"),
                1);
        boolean atHold =
                fields.text("at", "open circuit or hold", SweepReader::atHold).orElse(false);
        return Optional.of(new Step.Measure(new Sweep(mode, amplitude, from, to, perDecade, atHold)));
    }

    private static double frequency(Fields fields, String key) {
        return fields.required(
                key, "a frequency such as 1 MHz", text -> Quantity.positive(text, Dimension.FREQUENCY), 1.0);
    }

    private static Mode mode(String text) throws Misfit {
        return switch (text.strip()) {
            case "potentiostatic" -> Mode.POTENTIOSTATIC;
            case "galvanostatic" -> Mode.GALVANOSTATIC;
            default -> throw new Misfit("\"" + text + "\" is no mode; expected potentiostatic or galvanostatic");
        };
    }

    private static boolean atHold(String text) throws Misfit {
        return switch (text.strip()) {
            case "open circuit" -> false;
            case "hold" -> true;
            default -> throw new Misfit("\"" + text + "\" is not known here; expected open circuit or hold");
        };
    }
}
