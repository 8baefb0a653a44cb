package cellwright.protocol.yaml;

import cellwright.instrument.Sweep;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import java.util.List;
import java.util.Locale;

/** Writes steps. */
final class StepWriter {
    private StepWriter() {}

    /** Steps in order. */
    static List<Node> steps(List<Step> steps) {
        return steps.stream().<Node>map(StepWriter::step).toList();
    }

    private static Node.Mapping step(Step step) {
        return switch (step) {
            case Step.Drive drive -> drive(drive);
            case Step.Settle settle -> settle(settle);
            case Step.Measure measure ->
                new Draft().put("eis", sweep(measure.sweep())).node();
            case Step.Repeat repeat -> repeat(repeat);
            case Step.Series series -> SeriesWriter.series(series);
            case Step.Choose choose -> choose(choose);
            case Step.Note note ->
                new Draft().put("note", ProtocolWriter.literal(note.text())).node();
        };
    }

    private static Node.Mapping drive(Step.Drive drive) {
        var draft = new Draft();
        setting(draft, drive);
        drive.until().ifPresent(until -> draft.put("until", ProtocolWriter.condition(until)));
        boolean ownTime = drive.setting() instanceof Setting.Rest;
        if (!ownTime) {
            draft.put("at most", drive.atMost().map(TimeText::write));
        }
        whenLate(draft, drive.whenLate());
        drive.record().ifPresent(rule -> draft.put("record", RuleWriter.record(rule)));
        RuleWriter.limits(draft, "limits", drive.limits());
        drive.every()
                .ifPresent(every -> draft.put(
                        "every",
                        new Draft()
                                .put(TimeText.write(every.interval()), steps(every.steps()))
                                .node()));
        return draft.node();
    }

    private static void setting(Draft draft, Step.Drive drive) {
        switch (drive.setting()) {
            case Setting.Rest rest ->
                drive.atMost()
                        .map(TimeText::write)
                        .ifPresentOrElse(time -> draft.put("rest", time), () -> draft.bare("rest"));
            case Setting.Galvanostatic galvanostatic -> {
                String word =
                        switch (galvanostatic.direction()) {
                            case CHARGE -> "charge";
                            case DISCHARGE -> "discharge";
                            case SIGNED -> "current";
                        };
                draft.put(word, AmountText.write(Dimension.CURRENT, galvanostatic.current()));
            }
            case Setting.Potentiostatic hold -> {
                draft.put("hold", AmountText.write(Dimension.VOLTAGE, hold.volts()));
                draft.put(
                        "max current", hold.maxCurrent().map(current -> AmountText.write(Dimension.CURRENT, current)));
            }
            case Setting.ConstantPower power -> draft.put("power", AmountText.write(Dimension.POWER, power.power()));
        }
    }

    private static void whenLate(Draft draft, WhenLate whenLate) {
        if (whenLate == WhenLate.NEXT) {
            draft.put("when late", "next");
        }
    }

    private static Node.Mapping settle(Step.Settle settle) {
        var draft = new Draft();
        Dimension dimension = SubjectText.dimension(settle.subject());
        if (settle.target().isPresent()) {
            double target = settle.target().getAsDouble();
            draft.put(settle.subject().word(), Quantity.write(dimension, Basis.TOTAL, target));
        } else {
            draft.put("wait for", settle.subject().word());
        }
        settle.perSecond().ifPresent(rate -> draft.put("ramp", SubjectText.writePerSecond(settle.subject(), rate)));
        Dimension difference = SubjectText.difference(settle.subject());
        draft.put(
                "stable",
                new Draft()
                        .put("within", Quantity.write(difference, Basis.TOTAL, settle.within()))
                        .put("for", TimeText.write(settle.stableFor()))
                        .node());
        draft.put("at most", TimeText.write(settle.atMost()));
        whenLate(draft, settle.whenLate());
        return draft.node();
    }

    private static Node sweep(Sweep sweep) {
        Dimension excited = sweep.mode() == Sweep.Mode.POTENTIOSTATIC ? Dimension.VOLTAGE : Dimension.CURRENT;
        return new Draft()
                .put("mode", sweep.mode().name().toLowerCase(Locale.ROOT))
                .put("amplitude", Quantity.write(excited, Basis.TOTAL, sweep.amplitude()))
                .put("from", Quantity.write(Dimension.FREQUENCY, Basis.TOTAL, sweep.fromHz()))
                .put("to", Quantity.write(Dimension.FREQUENCY, Basis.TOTAL, sweep.toHz()))
                .put("per decade", String.valueOf(sweep.pointsPerDecade()))
                .put("at", sweep.atHold() ? "hold" : "open circuit")
                .node();
    }

    private static Node.Mapping repeat(Step.Repeat repeat) {
        String times = repeat.times().map(String::valueOf).orElse(LoopReader.FOREVER);
        var draft = new Draft().put(repeat.countsCycles() ? "cycles" : "repeat", times);
        repeat.until().ifPresent(until -> draft.put("until", ProtocolWriter.condition(until)));
        return draft.put("steps", steps(repeat.steps())).node();
    }

    private static Node.Mapping choose(Step.Choose choose) {
        var draft =
                new Draft().put("if", ProtocolWriter.condition(choose.test())).put("then", steps(choose.then()));
        if (!choose.otherwise().isEmpty()) {
            draft.put("else", steps(choose.otherwise()));
        }
        return draft.node();
    }
}
