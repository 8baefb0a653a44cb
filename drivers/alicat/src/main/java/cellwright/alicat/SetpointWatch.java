package cellwright.alicat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.line.Conversation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that the controller keeps the set-point it was given, and its units: a reading tells numbers without units,
 * and somebody at the front panel can change both. Never writes. Mutable, the thread of the link only.
 */
final class SetpointWatch {
    /** How often the set-point is read back while nothing seems wrong. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private final Conversation conversation;
    private final NanoClock clock;
    private final Questions questions;
    private final Variable variable;
    private final Layout layout;
    private Optional<BigDecimal> given = Optional.empty();
    private Optional<BigDecimal> shown = Optional.empty();
    private long dueNanos;

    SetpointWatch(Conversation conversation, NanoClock clock, Questions questions, Variable variable, Layout layout) {
        this.conversation = conversation;
        this.clock = clock;
        this.questions = questions;
        this.variable = variable;
        this.layout = layout;
        this.dueNanos = clock.nanos();
    }

    Questions questions() {
        return questions;
    }

    /** A reading of the columns that were found at connection. */
    Frame poll() throws InstrumentException {
        return conversation.ask(questions.poll(layout));
    }

    BigDecimal measured(Frame frame) {
        return frame.number(variable.measured());
    }

    /**
     * Looks at the set-point in a reading: if it is not the one in the reading before, somebody may have chosen another unit, in
     * which this reading is told already.
     *
     * @throws InstrumentException as {@link #check}, which is done at once then
     */
    void compare(Frame frame, PressureUnit unit) throws InstrumentException {
        Optional<BigDecimal> before = shown;
        shown = Optional.of(setpoint(frame));
        if (before.isPresent() && before.get().compareTo(setpoint(frame)) != 0) {
            hurry();
            check(unit);
        }
    }

    /** The set-point in a reading; on its way while it is ramped. */
    BigDecimal setpoint(Frame frame) {
        return frame.number(variable.setpoint());
    }

    /** Nothing is expected any more: a set-point is about to be written, or one was changed by somebody else. */
    void forget() {
        given = Optional.empty();
    }

    /** From now on this one is expected. */
    void expect(BigDecimal setpoint) {
        given = Optional.of(setpoint);
        dueNanos = clock.nanos() + EVERY.toNanos();
    }

    /** The next check is due at once. */
    void hurry() {
        dueNanos = clock.nanos();
    }

    /**
     * Reads the set-point back if that is due.
     *
     * @throws InstrumentException {@code REFUSED} once if it is another one, each time if the unit is another one
     */
    void check(PressureUnit unit) throws InstrumentException {
        if (clock.nanos() < dueNanos) {
            return;
        }
        Amount found = conversation.ask(questions.setpoint());
        if (found.unit() != unit) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "tells pressures in " + found.unit() + ", and told them in " + unit
                            + " when it was connected; set its unit back, or connect anew");
        }
        dueNanos = clock.nanos() + EVERY.toNanos();
        Optional<BigDecimal> expected = given;
        if (expected.isPresent() && found.number().compareTo(expected.get()) != 0) {
            forget();
            throw conversation.fault(
                    Kind.REFUSED,
                    "has a set-point of " + found + ", and was given "
                            + expected.get().toPlainString() + " " + unit
                            + "; it lost power, or somebody changed it. It is left as it is: set it anew if it is to be another");
        }
    }
}
