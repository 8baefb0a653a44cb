package cellwright.alicat;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Regulator.Span;
import cellwright.line.Conversation;

/** What is asked before a controller is used, and what it is refused for; nothing is changed. */
final class Opening {
    private final Conversation conversation;
    private final Questions questions;
    private final Options options;

    private Opening(Conversation conversation, Options options) {
        this.conversation = conversation;
        this.questions = new Questions(options.unit());
        this.options = options;
    }

    /**
     * Meets a controller.
     *
     * @throws InstrumentException if nobody answers, another one is there, or it is set so that it cannot be used
     */
    static PressureController of(Conversation conversation, NanoClock clock, Options options)
            throws InstrumentException {
        return new Opening(conversation, options).meet(clock);
    }

    private PressureController meet(NanoClock clock) throws InstrumentException {
        Maker maker = conversation.meet(questions.who());
        conversation.expectSerial(options.serial(), maker.serial());
        if (!maker.newEnough()) {
            throw refused("has firmware " + maker.firmware()
                    + ", which cannot tell where set-points come from; 10v05 or newer is needed");
        }
        checkSource(conversation, questions);
        Variable variable = variable();
        Layout layout = conversation.ask(questions.layout());
        Piston piston = piston(variable, layout);
        var identity = new Identity(
                "Alicat",
                maker.model(),
                maker.serial(),
                maker.firmware(),
                maker.serial().startsWith("SIM"));
        var watch = new SetpointWatch(conversation, clock, questions, variable, layout);
        return new PressureController(
                conversation,
                clock,
                identity,
                maker,
                watch,
                piston,
                options.ratio().isPresent());
    }

    /** A controller that follows an analog input acknowledges set-points and ignores them. */
    static void checkSource(Conversation conversation, Questions questions) throws InstrumentException {
        if (conversation.ask(questions.source()).equals("A")) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "takes its set-point from its analog input and would ignore ours without a word; "
                            + "set its set-point source to serial/front panel");
        }
    }

    private Variable variable() throws InstrumentException {
        int code = conversation.ask(questions.variable());
        Variable variable = Variable.of(code)
                .orElseThrow(() -> refused("regulates quantity number " + code
                        + ", which is no pressure of its first sensor; set its loop to a pressure"));
        if (options.ratio().isPresent() && variable == Variable.ABSOLUTE) {
            throw refused(
                    "regulates absolute pressure, and a piston feels gauge pressure; set its loop to gauge pressure");
        }
        return variable;
    }

    private Piston piston(Variable variable, Layout layout) throws InstrumentException {
        Column measured = column(layout, variable.measured(), variable.words());
        Column wanted = column(layout, variable.setpoint(), "set-point of " + variable.words());
        PressureUnit unit = unit(measured);
        if (unit(wanted) != unit) {
            throw refused("tells " + measured.name() + " and " + wanted.name() + " in different units");
        }
        Amount fullScale = conversation.ask(questions.fullScale(variable.measured()));
        double ratio = options.ratio().orElse(1);
        Span allowed = options.span();
        double most = Math.min(allowed.high(), fullScale.pascals() * ratio);
        if (!(allowed.low() < most)) {
            throw refused("reaches %.6g MPa of stack pressure, and the settings begin at %.6g MPa"
                    .formatted(fullScale.pascals() * ratio / 1e6, allowed.low() / 1e6));
        }
        return new Piston(ratio, unit, wanted.decimals(), new Span(allowed.low(), most));
    }

    private Column column(Layout layout, int statistic, String words) throws InstrumentException {
        return layout.column(statistic)
                .filter(Column::number)
                .orElseThrow(
                        () -> refused("does not tell its " + words + " in its readings; add it to its data frame"));
    }

    private PressureUnit unit(Column column) throws InstrumentException {
        return column.unit()
                .orElseThrow(() -> refused("tells " + column.name() + " in \"" + column.notes()
                        + "\", which is no known unit of pressure; set it to bar, kPa, MPa, mbar, Pa or PSI"));
    }

    private InstrumentException refused(String why) {
        return conversation.fault(Kind.REFUSED, why);
    }
}
