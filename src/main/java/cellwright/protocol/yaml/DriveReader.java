package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that hold the cell under a control: rest, charge, discharge, current, power, hold. */
final class DriveReader {
    private static final Amount NONE = new Amount.Si(0);

    private final Fields fields;
    private final String action;
    private final String path;
    private final StepsReader steps;

    DriveReader(Fields fields, String action, String path, StepsReader steps) {
        this.fields = fields;
        this.action = action;
        this.path = path;
        this.steps = steps;
    }

    /** The step. */
    Step.Drive read() {
        Setting setting = setting();
        Optional<Until> until = ConditionReader.under(fields, "until");
        Optional<Duration> atMost = action.equals("rest") ? restTime() : fields.time("at most");
        Optional<RecordRule> record = RecordReader.under(fields, "record", path + "/");
        Limits limits = LimitsReader.under(fields, "limits", path + "/");
        return new Step.Drive(setting, until, atMost, whenLate(fields), record, limits, every());
    }

    /** What follows a step that is late: the run's end unless the file says otherwise. */
    static WhenLate whenLate(Fields fields) {
        return fields.text("when late", "next or stop", DriveReader::whenLate).orElse(WhenLate.STOP);
    }

    private static WhenLate whenLate(String text) throws Misfit {
        return switch (text.strip()) {
            case "next" -> WhenLate.NEXT;
            case "stop" -> WhenLate.STOP;
            default -> throw new Misfit("\"" + text + "\" is not known here; expected next or stop");
        };
    }

    private Setting setting() {
        return switch (action) {
            case "rest" -> new Setting.Rest();
            case "charge" -> new Setting.Galvanostatic(Direction.CHARGE, current("charge"));
            case "discharge" -> new Setting.Galvanostatic(Direction.DISCHARGE, current("discharge"));
            case "current" -> signed();
            case "power" ->
                new Setting.ConstantPower(fields.required(
                        "power",
                        Dimension.POWER.expectation(true),
                        text -> AmountText.of(text, Dimension.POWER),
                        NONE));
            default -> hold();
        };
    }

    private Amount current(String key) {
        return fields.required(key, "a current such as C/5 or 1.2 mA", AmountText::current, NONE);
    }

    private Setting signed() {
        Amount amount = fields.required("current", "a current such as -1.2 mA", AmountText::signedCurrent, NONE);
        if (amount instanceof Amount.CRate rate) {
            Direction direction = rate.multiple() < 0 ? Direction.DISCHARGE : Direction.CHARGE;
            return new Setting.Galvanostatic(direction, new Amount.CRate(Math.abs(rate.multiple())));
        }
        return new Setting.Galvanostatic(Direction.SIGNED, amount);
    }

    private Setting hold() {
        Amount.Volts volts = fields.required(
                "hold", "a voltage such as 4.3 V", AmountText::volts, new Amount.Volts(0, Optional.empty()));
        Optional<Amount> most = fields.text("max current", "a current such as C/2", AmountText::current);
        return new Setting.Potentiostatic(volts, most);
    }

    /** A rest's own time is its bound; an empty {@code rest:} leaves that to {@code at most}. */
    private Optional<Duration> restTime() {
        boolean untimed =
                fields.node("rest").stream().anyMatch(node -> node instanceof Node.Scalar scalar && scalar.absent());
        if (untimed) {
            return fields.time("at most");
        }
        if (fields.has("at most")) {
            fields.reading()
                    .faults()
                    .error(
                            fields.placeOf("at most"),
                            "a rest with a time of its own has no \"at most\"; "
                                    + "write either rest: 30 min, or rest: with nothing behind it and at most:");
        }
        return fields.time("rest");
    }

    private Optional<Step.Every> every() {
        Optional<Node> node = fields.node("every");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
            fields.reading()
                    .faults()
                    .error(
                            node.get().place(),
                            "expected one interval with its steps, such as { 1 h: [ rest: 30 min ] }");
            return Optional.empty();
        }
        Node.Entry entry = mapping.entries().getFirst();
        Duration interval = fields.reading()
                .meaning(entry.key(), "a time such as 1 h", TimeText::parse)
                .orElse(Duration.ZERO);
        var body = new ArrayList<Step>();
        steps.into(entry.value(), new StepsReader.Where(path + "/every", 0), body);
        return Optional.of(new Step.Every(interval, List.copyOf(body)));
    }
}
