package cellwright.modbus;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.modbus.codec.Answer;
import cellwright.modbus.codec.Call;
import java.util.List;

/**
 * Calls and their answers, one at a time, each with one deadline for the whole exchange. Nothing is sent twice.
 *
 * <p>After an exchange that failed its answer may still come; then the conversation is in doubt until an answer came that
 * cannot be mistaken for another. The thread of the link only.
 */
final class Conversation implements AutoCloseable {
    /** Refusals of function, address and value. */
    private static final int LAST_OF_A_STRANGER = 3;

    private final Line line;
    private final Wire wire;
    private boolean inDoubt;

    Conversation(Line line, Wire wire) {
        this.line = line;
        this.wire = wire;
    }

    Line line() {
        return line;
    }

    /** Whether an exchange failed and the device's identity was not confirmed since. */
    boolean inDoubt() {
        return inDoubt;
    }

    /** The device's identity was confirmed by answers that cannot be mistaken. */
    void inStep() {
        inDoubt = false;
    }

    /**
     * Reads registers.
     *
     * @throws InstrumentException {@code TIMEOUT}, {@code GARBLED}, {@code LOST}, or {@code REFUSED} with the exception in
     *     words
     */
    List<Integer> read(Call.Read call) throws InstrumentException {
        return words(call, ask(call));
    }

    private List<Integer> words(Call.Read call, Answer answer) throws InstrumentException {
        return switch (answer) {
            case Answer.Words words -> words.words();
            case Answer.Written written -> throw strange(call, "an answer to a write");
            case Answer.Refused refused -> throw refusal(call, refused);
            case Answer.Strange strange -> throw strange(call, strange.why());
        };
    }

    /**
     * Reads registers that tell who it is: a device that does not have them is another one.
     *
     * @throws InstrumentException as for reading, and {@code WRONG_DEVICE}
     */
    List<Integer> readIdentity(Call.Read call) throws InstrumentException {
        Answer answer = ask(call);
        if (answer instanceof Answer.Refused refused && refused.code() <= LAST_OF_A_STRANGER) {
            throw line.fault(
                    Kind.WRONG_DEVICE,
                    "refused to " + call.told() + " with " + refused.words()
                            + ", so it is not the device of the register map; are port, unit and map the right ones?");
        }
        return words(call, answer);
    }

    /**
     * Writes registers, once; returns when the device acknowledged.
     *
     * @throws InstrumentException as for reading; after {@code TIMEOUT} and {@code GARBLED} the device may have obeyed
     */
    void write(Call call) throws InstrumentException {
        switch (ask(call)) {
            case Answer.Written written -> {}
            case Answer.Words words -> throw strange(call, "an answer to a read");
            case Answer.Refused refused -> throw refusal(call, refused);
            case Answer.Strange strange -> throw strange(call, strange.why());
        }
    }

    private Answer ask(Call call) throws InstrumentException {
        boolean before = inDoubt;
        inDoubt = true;
        Answer answer = Answer.of(call, wire.exchange(call));
        inDoubt = before || answer instanceof Answer.Strange;
        return answer;
    }

    private InstrumentException refusal(Call call, Answer.Refused refused) {
        return line.fault(
                Kind.REFUSED,
                "refused to " + call.told() + " with " + refused.words()
                        + "; is the register map the one for this device?");
    }

    private InstrumentException strange(Call call, String why) {
        return line.fault(Kind.GARBLED, "answered \"" + call.told() + "\" with something else: " + why);
    }

    @Override
    public void close() {
        line.close();
    }
}
