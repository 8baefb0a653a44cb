package cellwright.palmsens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.palmsens.codec.ErrorCodes;
import cellwright.palmsens.codec.Firmware;
import cellwright.palmsens.codec.Told;
import cellwright.palmsens.script.RunState;
import cellwright.palmsens.script.Script;
import java.time.Duration;
import java.util.Optional;

/**
 * Commands and their answers, one at a time, each with one deadline for the whole exchange.
 *
 * <p>After an exchange that failed its answer may still come; then the conversation is in doubt until
 * {@link #synchronise} has found its step again. The thread of the link only.
 */
final class Conversation implements AutoCloseable {
    /** The instrument hears nothing for 50 to 100 ms after it told an error. */
    private static final Duration DEAF = Duration.ofMillis(100);

    private final Wire wire;
    private final Duration patience;
    private boolean inDoubt = true;

    Conversation(Wire wire, Duration patience) {
        this.wire = wire;
        this.patience = patience;
    }

    Wire wire() {
        return wire;
    }

    Duration patience() {
        return patience;
    }

    /** Whether the last exchange failed, so that its answer may still come and be taken for another's. */
    boolean inDoubt() {
        return inDoubt;
    }

    void doubt() {
        inDoubt = true;
    }

    /**
     * Asks a question of one word and gives the first line of the answer.
     *
     * @throws InstrumentException {@code TIMEOUT} if nothing came, {@code GARBLED} if only something else came,
     *     {@code REFUSED} with the error's name, {@code LOST} from the link
     */
    String ask(String command) throws InstrumentException {
        wire.forget();
        String answer = answer(command, send(command));
        inDoubt = false;
        return answer;
    }

    /** Asks which firmware it has, an answer of two lines, and gives the first. */
    String askFirmware() throws InstrumentException {
        wire.forget();
        Deadline deadline = send("t");
        String first = answer("t", deadline);
        String line = first;
        while (!Firmware.last(line)) {
            Told told = next(deadline, "the rest of its firmware");
            line = told instanceof Told.Answer more ? more.text() : line;
        }
        inDoubt = false;
        return first;
    }

    private Deadline send(String command) throws InstrumentException {
        inDoubt = true;
        Deadline deadline = wire.within(patience);
        wire.send((command + "\n").getBytes(US_ASCII), deadline);
        return deadline;
    }

    private String answer(String command, Deadline deadline) throws InstrumentException {
        String echo = command.substring(0, 1);
        while (true) {
            Told told = next(deadline, "an answer to \"" + command + "\" within " + patience.toMillis() + " ms");
            if (told instanceof Told.Answer answer && answer.text().startsWith(echo)) {
                return answer.text();
            }
            if (told instanceof Told.Refused refused && refused.echo().equals(echo)) {
                wire.quiet(DEAF);
                inDoubt = false;
                throw refusal("refused \"" + command + '"', refused);
            }
        }
    }

    /** The next line within a deadline. */
    Told next(Deadline deadline, String wanted) throws InstrumentException {
        long before = wire.unreadable();
        Optional<Told> told = wire.next(deadline);
        if (told.isPresent()) {
            return told.get();
        }
        throw wire.insideLine() || wire.unreadable() > before
                ? wire.fault(Kind.GARBLED, wanted + " was expected, only fragments came; check cable and baud rate")
                : wire.fault(Kind.TIMEOUT, wanted + " did not come; is it switched on, and is this its port?");
    }

    /** Whether a script is running: one is if the instrument will not say who it is. */
    boolean busy() throws InstrumentException {
        wire.forget();
        Deadline deadline = send("i");
        while (true) {
            Told told = next(deadline, "an answer to \"i\"");
            if (told instanceof Told.Refused refused && refused.echo().equals("i")) {
                wire.quiet(DEAF);
                return refused.code() == ErrorCodes.WRONG_MODE;
            }
            if (told instanceof Told.Answer answer && answer.text().startsWith("i")) {
                return false;
            }
        }
    }

    /**
     * Stops the running script, if one runs, and waits until its last block has run.
     *
     * @param longest how long the turn of a loop may take that is under way
     */
    void stop(Duration longest) throws InstrumentException {
        Deadline deadline = send("Z");
        boolean running = heardStop(deadline);
        if (running) {
            drain(wire.within(patience.plus(longest)));
        } else {
            wire.quiet(DEAF);
        }
        wire.forget();
        inDoubt = false;
    }

    /** Passes over everything up to the answer; true if a script was stopped. */
    private boolean heardStop(Deadline deadline) throws InstrumentException {
        while (true) {
            Told told = next(deadline, "an answer to \"Z\" (stop the script)");
            if (told instanceof Told.Refused refused && refused.echo().equals("Z")) {
                return false;
            }
            if (told instanceof Told.Answer answer && answer.text().equals("Z")) {
                return true;
            }
        }
    }

    private void drain(Deadline deadline) throws InstrumentException {
        while (true) {
            Told told = next(deadline, "the end of the stopped script");
            if (told instanceof Told.Blank) {
                return;
            }
            if (told instanceof Told.Refused refused && refused.echo().isEmpty()) {
                wire.quiet(DEAF);
                return;
            }
        }
    }

    /**
     * Finds the step again, whatever went before: closes a half-sent line, stops what runs, forgets what comes late. Tries
     * twice, since an instrument that has just told an error hears nothing for a while.
     */
    void synchronise(Duration longest) throws InstrumentException {
        try {
            synchroniseOnce(longest);
        } catch (InstrumentException deaf) {
            if (deaf.kind() == Kind.LOST) {
                throw deaf;
            }
            synchroniseOnce(longest);
        }
    }

    private void synchroniseOnce(Duration longest) throws InstrumentException {
        wire.forget();
        inDoubt = true;
        wire.send(new byte[] {'\n'}, wire.within(patience));
        stop(longest);
    }

    /** Runs a script that does nothing but finish, {@link Script#CELL_OFF} most of all. */
    void carryOut(Script script) throws InstrumentException {
        wire.forget();
        Deadline deadline = begin(script);
        RunState state = new RunState.Sent();
        while (state.running()) {
            state = state.on(next(deadline, "the end of the script \"" + script.name() + '"'))
                    .next();
        }
        if (state instanceof RunState.Broken broken) {
            throw broken(script, broken);
        }
        inDoubt = false;
    }

    /** Sends a script; what comes back is the caller's. */
    Deadline begin(Script script) throws InstrumentException {
        inDoubt = true;
        Deadline deadline = wire.within(patience);
        wire.send(script.frame(), deadline);
        return deadline;
    }

    void inStep() {
        inDoubt = false;
    }

    /** Opens the circuit after an error, when the last block of a script has not run, and says what went wrong. */
    InstrumentException brokenAndOff(Script script, RunState.Broken broken) throws InstrumentException {
        InstrumentException failure = broken(script, broken);
        try {
            wire.quiet(DEAF);
            synchronise(Duration.ZERO);
            carryOut(Script.CELL_OFF);
        } catch (InstrumentException worse) {
            worse.addSuppressed(failure);
            throw worse;
        }
        return failure;
    }

    private InstrumentException broken(Script script, RunState.Broken broken) {
        String line = broken.error().line().map(script::quoted).orElse("");
        return refusal("broke off the script \"" + script.name() + '"' + line, broken.error());
    }

    private InstrumentException refusal(String what, Told.Refused refused) {
        String place = refused.place().isEmpty() ? "" : " at " + refused.place();
        String hint = refused.code() == ErrorCodes.OPTIONAL_ARGUMENT
                ? "; firmware without add_meas needs the setting readback: off"
                : "";
        return wire.fault(Kind.REFUSED, what + " with error " + ErrorCodes.told(refused.code()) + place + hint);
    }

    @Override
    public void close() {
        wire.close();
    }
}
