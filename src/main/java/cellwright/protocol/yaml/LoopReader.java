package cellwright.protocol.yaml;

import cellwright.protocol.Step;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Steps that hold other steps: cycles, repeat, if. */
final class LoopReader {
    /** The word for a loop that its condition alone ends. */
    static final String FOREVER = "forever";

    private static final int MOST_TIMES = 10_000_000;

    private LoopReader() {}

    /** A loop. */
    static Step repeat(Fields fields, String action, String path, StepsReader steps) {
        Optional<Integer> times = times(fields, action);
        Optional<Until> until = ConditionReader.under(fields, "until");
        fields.present("steps", "a list of steps");
        List<Step> body = steps.under(fields, "steps", path, false);
        return new Step.Repeat(times, until, action.equals("cycles"), body);
    }

    /** How often something is repeated; empty if its condition alone ends it, which then must be there. */
    static Optional<Integer> times(Fields fields, String key) {
        boolean forever = fields.node(key).stream()
                .anyMatch(node -> node instanceof Node.Scalar scalar
                        && scalar.text().strip().equals(FOREVER));
        if (forever && !fields.has("until")) {
            fields.reading()
                    .faults()
                    .error(fields.placeOf(key), "a loop without a number of passes needs \"until:\" to end");
        }
        return fields.text(key, "a number of passes such as 600", LoopReader::times)
                .orElse(Optional.empty());
    }

    private static Optional<Integer> times(String text) throws Misfit {
        return text.strip().equals(FOREVER)
                ? Optional.empty()
                : Optional.of(Decimal.whole(text, 1, MOST_TIMES, "a number of passes"));
    }

    /** A choice. */
    static Step choose(Fields fields, String path, StepsReader steps) {
        Until test = ConditionReader.under(fields, "if").orElse(new Until.Elapsed(Duration.ZERO));
        fields.present("then", "a list of steps");
        List<Step> then = steps.under(fields, "then", path, true);
        List<Step> otherwise = steps.under(fields, "else", path, true);
        return new Step.Choose(test, then, otherwise);
    }
}
