package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Plan;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;

/** Writes steps that stand for many. */
final class SeriesWriter {
    private SeriesWriter() {}

    /** A ramp, a train of pulses or a list of potentials. */
    static Node.Mapping series(Step.Series series) {
        var draft = new Draft();
        switch (series.plan()) {
            case Plan.Ramp ramp -> ramp(draft, ramp);
            case Plan.Pulses pulses -> pulses(draft, pulses);
            case Plan.Potentials potentials -> potentials(draft, potentials);
        }
        series.until().ifPresent(until -> draft.put("until", ProtocolWriter.condition(until)));
        series.record().ifPresent(rule -> draft.put("record", RuleWriter.record(rule)));
        RuleWriter.limits(draft, "limits", series.limits());
        if (!series.then().isEmpty()) {
            draft.put("then", StepWriter.steps(series.then()));
        }
        return draft.node();
    }

    private static void ramp(Draft draft, Plan.Ramp ramp) {
        draft.put(
                "ramp",
                new Draft()
                        .put("from", current(ramp.direction(), ramp.from()))
                        .put("to", current(ramp.direction(), ramp.to()))
                        .put("step", current(Direction.CHARGE, ramp.step()))
                        .node());
        draft.put(
                "each",
                switch (ramp.each()) {
                    case Plan.Dose.OfTime time -> TimeText.write(time.time());
                    case Plan.Dose.OfCharge charge -> AmountText.write(Dimension.CHARGE, charge.charge());
                });
        if (ramp.bothWays()) {
            draft.put("both ways", "true");
        }
    }

    private static void pulses(Draft draft, Plan.Pulses pulses) {
        draft.put(
                "pulse",
                new Draft()
                        .put(
                                pulses.direction() == Direction.DISCHARGE ? "discharge" : "charge",
                                current(Direction.CHARGE, pulses.current()))
                        .put("for", TimeText.write(pulses.time()))
                        .put("rest", pulses.rest().map(TimeText::write))
                        .node());
        draft.put("repeat", pulses.times().map(String::valueOf).orElse(LoopReader.FOREVER));
    }

    private static void potentials(Draft draft, Plan.Potentials potentials) {
        draft.put(
                "polarise",
                potentials.volts().stream()
                        .<Node>map(volts -> Draft.text(AmountText.write(Dimension.VOLTAGE, volts)))
                        .toList());
        draft.put("each", TimeText.write(potentials.each()));
        draft.put("max current", potentials.maxCurrent().map(current -> AmountText.write(Dimension.CURRENT, current)));
    }

    private static String current(Direction direction, Amount amount) {
        String text = AmountText.write(Dimension.CURRENT, amount);
        return direction == Direction.DISCHARGE ? "-" + text : text;
    }
}
