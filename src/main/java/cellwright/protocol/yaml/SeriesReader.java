package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Plan;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that stand for many: ramp, pulse, polarise. */
final class SeriesReader {
    private static final List<String> RAMP = List.of("from", "to", "step");
    private static final List<String> WAYS = List.of("charge", "discharge", "current");
    private static final List<String> PULSE = List.of("charge", "discharge", "current", "for", "rest");
    private static final String CURRENT = "a current such as 0.1 mA/cm2";
    private static final String EACH = "a time such as 1 h or a charge such as 0.25 mAh/cm2";
    private static final Amount NONE = new Amount.Si(1);

    private final Fields fields;
    private final String action;
    private final String path;
    private final StepsReader steps;

    SeriesReader(Fields fields, String action, String path, StepsReader steps) {
        this.fields = fields;
        this.action = action;
        this.path = path;
        this.steps = steps;
    }

    /** The step, unless it is not even clear what it does. */
    Optional<Step> read() {
        Optional<Plan> plan =
                switch (action) {
                    case "ramp" -> fields.node(action).flatMap(this::ramp);
                    case "pulse" -> fields.node(action).flatMap(this::pulses);
                    default -> fields.node(action).map(this::potentials);
                };
        Optional<Until> until = ConditionReader.under(fields, "until");
        Optional<RecordRule> record = RecordReader.under(fields, "record", path + "/");
        Limits limits = LimitsReader.under(fields, "limits", path + "/");
        List<Step> then = steps.under(fields, "then", path, false);
        return plan.map(known -> new Step.Series(known, until, record, limits, then));
    }

    private Optional<Plan> ramp(Node node) {
        Fields ramp = Fields.of(node, action, RAMP, fields.reading());
        Plan.Dose each = fields.required("each", EACH, SeriesReader::dose, new Plan.Dose.OfTime(Duration.ofSeconds(1)));
        boolean bothWays =
                fields.text("both ways", "true or false", SeriesReader::truth).orElse(false);
        if (!(node instanceof Node.Mapping)) {
            return Optional.empty();
        }
        Amount from = ramp.required("from", CURRENT, AmountText::signedCurrent, NONE);
        Amount to = ramp.required("to", CURRENT, AmountText::signedCurrent, from);
        Amount step = ramp.required("step", CURRENT, AmountText::current, from);
        try {
            return Optional.of(ramp(from, to, step, each, bothWays));
        } catch (Misfit misfit) {
            fields.reading().faults().error(node.place(), misfit);
            return Optional.empty();
        }
    }

    private static Plan ramp(Amount from, Amount to, Amount step, Plan.Dose each, boolean bothWays) throws Misfit {
        if (from.getClass() != to.getClass() || from.getClass() != step.getClass()) {
            throw new Misfit("\"from\", \"to\" and \"step\" must be of one kind, for example all in mA/cm2");
        }
        double first = from.number();
        double last = to.number();
        if (first == 0 || first * last <= 0 || Math.abs(last) < Math.abs(first)) {
            throw new Misfit("a ramp rises from \"from\" to \"to\" in one direction, neither of them 0; "
                    + "the other direction comes with both ways: true");
        }
        Direction direction = first > 0 ? Direction.CHARGE : Direction.DISCHARGE;
        Amount lowest = first > 0 ? from : from.with(-first);
        Amount highest = first > 0 ? to : to.with(-last);
        return new Plan.Ramp(direction, lowest, highest, step, each, bothWays);
    }

    private static Plan.Dose dose(String text) throws Misfit {
        String unit = Decimal.split(text, EACH).rest();
        return WrittenUnit.find(Dimension.CHARGE, unit).isPresent()
                ? new Plan.Dose.OfCharge(AmountText.positive(text, Dimension.CHARGE))
                : new Plan.Dose.OfTime(TimeText.parse(text));
    }

    private static boolean truth(String text) throws Misfit {
        return switch (text.strip()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Misfit("\"" + text + "\" is not known here; expected true or false");
        };
    }

    private Optional<Plan> pulses(Node node) {
        Fields pulse = Fields.of(node, action, PULSE, fields.reading());
        Optional<Integer> times = fields.has("repeat") ? LoopReader.times(fields, "repeat") : Optional.of(1);
        if (!(node instanceof Node.Mapping)) {
            return Optional.empty();
        }
        List<String> ways = WAYS.stream().filter(pulse::has).toList();
        if (ways.size() != 1) {
            fields.reading()
                    .faults()
                    .error(node.place(), "a pulse needs one of charge:, discharge: and current:, found " + ways.size());
            return Optional.empty();
        }
        Duration time = pulse.requiredTime("for");
        Optional<Duration> rest = pulse.time("rest");
        return pulse.text(ways.getFirst(), CURRENT, AmountText::signedCurrent)
                .flatMap(amount -> directed(pulse, ways.getFirst(), amount))
                .map(way -> new Plan.Pulses(way.direction, way.amount, time, rest, times));
    }

    private Optional<Directed> directed(Fields pulse, String word, Amount amount) {
        boolean backwards = amount.number() < 0;
        if (amount.number() == 0 || (backwards && !word.equals("current"))) {
            Node node = pulse.node(word).orElseThrow();
            String why = "the current of a pulse must be above 0; the direction is in the word before it";
            fields.reading().faults().error(node.place(), why);
            return Optional.empty();
        }
        Direction direction = backwards || word.equals("discharge") ? Direction.DISCHARGE : Direction.CHARGE;
        return Optional.of(new Directed(direction, backwards ? amount.with(-amount.number()) : amount));
    }

    private Plan potentials(Node node) {
        var volts = new ArrayList<Amount.Volts>();
        if (node instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
            for (Node item : sequence.items()) {
                fields.reading()
                        .meaning(item, "a potential such as 0.5 V", AmountText::volts)
                        .ifPresent(volts::add);
            }
        } else {
            fields.reading()
                    .faults()
                    .error(
                            node.place(),
                            "expected a list of potentials such as [0.25 V, 0.5 V], found "
                                    + (node instanceof Node.Sequence ? "an empty one" : node.kind()));
        }
        Duration each = fields.requiredTime("each");
        Optional<Amount> most = fields.text("max current", "a current such as 1 mA", AmountText::current);
        return new Plan.Potentials(volts, each, most);
    }

    private record Directed(Direction direction, Amount amount) {}
}
