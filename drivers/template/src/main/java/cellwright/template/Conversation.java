package cellwright.template;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * Questions and answers over a link, one at a time, each with one deadline for the whole exchange.
 *
 * <p>Lines that do not answer the question are passed over, so that garbage in front of a good answer does no harm. The
 * thread of the link only.
 */
final class Conversation implements AutoCloseable {
    private final Link link;
    private final NanoClock clock;
    private final String address;
    private final Duration patience;
    private boolean inDoubt;

    Conversation(Link link, NanoClock clock, String address, Duration patience) {
        this.link = link;
        this.clock = clock;
        this.address = address;
        this.patience = patience;
    }

    /** Whether the last exchange failed, so that its answer may still come and be taken for another's. */
    boolean inDoubt() {
        return inDoubt;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws InstrumentException {@code TIMEOUT} if nothing came, {@code GARBLED} if only something else came,
     *     {@code REFUSED} with the instrument's words, {@code LOST} from the link
     */
    <R extends Reply> R ask(Question<R> question) throws InstrumentException {
        var deadline = new Deadline(clock.nanos() + patience.toNanos());
        inDoubt = true;
        link.discardReceived();
        link.write(question.frame(), deadline);
        R answer = await(question, deadline);
        inDoubt = false;
        return answer;
    }

    private <R extends Reply> R await(Question<R> question, Deadline deadline) throws InstrumentException {
        byte[] received = new byte[LineState.LONGEST];
        LineState state = LineState.start();
        String passedOver = "";
        do {
            int count = link.read(received, deadline);
            for (int i = 0; i < count; i++) {
                LineState.Heard heard = state.on(received[i]);
                state = heard.next();
                Optional<R> answer = answer(question, heard);
                if (answer.isPresent()) {
                    return answer.get();
                }
                passedOver = remark(heard).orElse(passedOver);
            }
        } while (deadline.leftNanos(clock.nanos()) > 0);
        throw silence(question, state, passedOver);
    }

    private <R extends Reply> Optional<R> answer(Question<R> question, LineState.Heard heard)
            throws InstrumentException {
        if (!(heard instanceof LineState.Line line)) {
            return Optional.empty();
        }
        Reply reply = Reply.of(line.text());
        if (reply instanceof Reply.Refused refused) {
            inDoubt = false;
            throw fault(
                    Kind.REFUSED,
                    "refused %s with error %d, \"%s\"".formatted(question.words(), refused.code(), refused.text()));
        }
        return Optional.of(reply).filter(question.answer()::isInstance).map(question.answer()::cast);
    }

    /** What to say of something heard that was no answer. */
    private static Optional<String> remark(LineState.Heard heard) {
        return switch (heard) {
            case LineState.More more -> Optional.empty();
            case LineState.Line line -> Optional.of(Reply.of(line.text()).toString());
            case LineState.Spoiled spoiled -> Optional.of(spoiled.why());
        };
    }

    private InstrumentException silence(Question<?> question, LineState state, String passedOver) {
        String asked = "no answer to %s within %d ms".formatted(question.words(), patience.toMillis());
        if (!passedOver.isEmpty()) {
            return fault(Kind.GARBLED, asked + ", only " + passedOver + "; check baud rate, cable and shield");
        }
        if (!state.equals(LineState.start())) {
            return fault(Kind.GARBLED, asked + ", only the beginning of a line: " + state);
        }
        return fault(Kind.TIMEOUT, asked + "; is it switched on, and is this its port?");
    }

    /** A failure of this instrument. */
    InstrumentException fault(Kind kind, String message) {
        return new InstrumentException(kind, "LC-1 at " + address, message);
    }

    @Override
    public void close() {
        link.close();
    }
}
