package cellwright.scpi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.scpi.codec.Badge;
import cellwright.scpi.codec.Line;
import cellwright.scpi.codec.LineState;
import cellwright.scpi.codec.Numeral;
import cellwright.scpi.codec.Question;
import cellwright.scpi.codec.Trouble;
import cellwright.scpi.dialect.Assignment;
import cellwright.scpi.dialect.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Commands, questions and answers over a link, one at a time, each question with one deadline for the whole exchange.
 *
 * <p>Lines that are no answer to the question are passed over. After an exchange that failed its answer may still come; then
 * the conversation is in doubt until {@link #synchronise} has found its step again: the instrument answers in order, so what
 * comes behind an answer that can only be to the last question is not of before. The thread of the link only.
 */
final class Conversation implements AutoCloseable {
    private static final int MOST_TROUBLES = 30;
    private static final int LARGEST_MARK = 255;

    private final Link link;
    private final NanoClock clock;
    private final String address;
    private final String lineEnd;
    private final Duration patience;
    private final byte[] piece = new byte[1024];
    private boolean inDoubt = true;
    private int mark;

    Conversation(Link link, NanoClock clock, Options options) {
        this.link = link;
        this.clock = clock;
        this.address = options.link();
        this.lineEnd = options.lineEnd();
        this.patience = options.deadline();
    }

    long nowNanos() {
        return clock.nanos();
    }

    /** Whether the last exchange failed, so that its answer may still come and be taken for another's. */
    boolean inDoubt() {
        return inDoubt;
    }

    void doubt() {
        inDoubt = true;
    }

    /** Gives a command; these instruments answer only questions. */
    void tell(String command) throws InstrumentException {
        send(command, new Deadline(clock.nanos() + patience.toNanos()));
    }

    private void send(String line, Deadline deadline) throws InstrumentException {
        boolean before = inDoubt;
        inDoubt = true;
        link.write((line + lineEnd).getBytes(US_ASCII), deadline);
        inDoubt = before;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws InstrumentException {@code TIMEOUT} if nothing came, {@code GARBLED} if only something else came,
     *     {@code LOST} from the link
     */
    <R> R ask(Question<R> question) throws InstrumentException {
        return ask(question, Duration.ZERO);
    }

    /** Asks something that takes so long to find out. */
    <R> R ask(Question<R> question, Duration longer) throws InstrumentException {
        boolean before = inDoubt;
        inDoubt = true;
        Duration time = patience.plus(longer);
        var deadline = new Deadline(clock.nanos() + time.toNanos());
        link.discardReceived();
        send(question.words(), deadline);
        R answer = await(question, deadline, time);
        inDoubt = before;
        return answer;
    }

    private <R> R await(Question<R> question, Deadline deadline, Duration time) throws InstrumentException {
        LineState state = LineState.start();
        String passedOver = "";
        do {
            LineState.Heard heard = state.on(piece, link.read(piece, deadline));
            state = heard.next();
            for (Line line : heard.lines()) {
                Optional<R> answer = answer(question, line);
                if (answer.isPresent()) {
                    return answer.get();
                }
                passedOver = line.toString();
            }
        } while (deadline.leftNanos(clock.nanos()) > 0);
        throw silence(question.words(), state, passedOver, time);
    }

    private static <R> Optional<R> answer(Question<R> question, Line line) {
        return switch (line) {
            case Line.Whole whole -> question.form().apply(whole.text());
            case Line.Spoiled spoiled -> Optional.empty();
        };
    }

    private InstrumentException silence(String words, LineState state, String passedOver, Duration time) {
        String asked = "no answer to \"" + words + "\" within " + time.toMillis() + " ms";
        if (!passedOver.isEmpty()) {
            return fault(Kind.GARBLED, asked + ", only " + passedOver + "; check cable, baud rate and dialect");
        }
        return state.equals(LineState.start())
                ? fault(Kind.TIMEOUT, asked + "; is it switched on, is this its port, does it expect this terminator?")
                : fault(Kind.GARBLED, asked + ", only the beginning of a line: " + state);
    }

    /** Closes a half-sent line and asks who is there; nothing else is sent. */
    Badge introduce() throws InstrumentException {
        inDoubt = true;
        tell("");
        return ask(Question.WHO);
    }

    /**
     * Finds the step again, whatever went before: sets the mask of a register that nobody uses to a number that was not used
     * lately, and passes over everything up to the answer with this number.
     */
    void synchronise() throws InstrumentException {
        inDoubt = true;
        mark = mark % LARGEST_MARK + 1;
        tell("");
        tell("*ESE " + mark);
        int wanted = mark;
        ask(new Question<>("*ESE?", text -> Numeral.list(text, 1).filter(said -> said.getFirst() == wanted)));
        inDoubt = false;
    }

    /** Makes a setting and reads it back. */
    void assign(Assignment assignment) throws InstrumentException {
        tell(assignment.command());
        confirm(assignment);
    }

    /**
     * Reads a setting back.
     *
     * @throws InstrumentException {@code REFUSED} with what is set and what the error queue says, if it is not as it should be
     */
    void confirm(Assignment assignment) throws InstrumentException {
        Outcome outcome = ask(assignment.check().asked(assignment.query()));
        if (outcome instanceof Outcome.Wrong wrong) {
            List<Trouble> troubles = troubles();
            throw fault(
                    Kind.REFUSED,
                    "was told \"" + assignment.command() + "\" and answers \"" + assignment.query() + "\" with "
                            + wrong.said() + " instead of " + assignment.check().wanted()
                            + (troubles.isEmpty() ? "" : "; its error queue says " + told(troubles)));
        }
    }

    /** Empties the error queue. */
    List<Trouble> troubles() throws InstrumentException {
        List<Trouble> found = new ArrayList<>();
        Trouble trouble = ask(Question.TROUBLE);
        while (!trouble.none() && found.size() < MOST_TROUBLES) {
            found.add(trouble);
            trouble = ask(Question.TROUBLE);
        }
        return found;
    }

    /**
     * Empties the error queue after a sequence of commands.
     *
     * @throws InstrumentException {@code REFUSED} with the instrument's words if there was anything in it
     */
    void expectNoTrouble(String sequence) throws InstrumentException {
        List<Trouble> troubles = troubles();
        if (!troubles.isEmpty()) {
            throw fault(Kind.REFUSED, "reports after \"" + sequence + "\": " + told(troubles));
        }
    }

    private static String told(List<Trouble> troubles) {
        return troubles.stream().map(Trouble::told).collect(Collectors.joining(", "));
    }

    /** A failure of this instrument. */
    InstrumentException fault(Kind kind, String message) {
        return new InstrumentException(kind, "source-measure unit at " + address, message);
    }

    @Override
    public void close() {
        link.close();
    }
}
