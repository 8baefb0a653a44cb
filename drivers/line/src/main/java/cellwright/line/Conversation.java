package cellwright.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.time.Duration;

/**
 * Questions and answers over a link, one at a time, each with one deadline for the whole exchange.
 *
 * <p>Lines that do not answer the question are passed over, so that garbage in front of a good answer does no harm. After
 * an exchange that failed its answer may still come, and lines carry no number: then the conversation is in doubt, and
 * only an introduction may be asked for. Its answer looks like no other; instruments answer in order; so what comes before
 * it is old, and what comes behind it is not. If the introduction fails, too, its own answer may come late: then the
 * instrument is left alone until that can no longer happen. The thread of the link only.
 */
public final class Conversation implements AutoCloseable {
    /** An answer that is not there after so long does not come any more. */
    public static final Duration LATEST = Duration.ofSeconds(10);

    private final Link link;
    private final NanoClock clock;
    private final Manner manner;
    private boolean inDoubt = true;
    private long notBeforeNanos = Long.MIN_VALUE;

    /** A conversation that begins in doubt: nobody has said who he is. */
    public Conversation(Link link, NanoClock clock, Manner manner) {
        this.link = link;
        this.clock = clock;
        this.manner = manner;
    }

    /** Whether an answer to an earlier question may still come, so that an introduction is due. */
    public boolean inDoubt() {
        return inDoubt;
    }

    /** Makes an introduction due, where what was heard gives cause to doubt who is there. */
    public void doubt() {
        inDoubt = true;
    }

    /**
     * Asks something whose answer looks like no other answer and tells who is there.
     *
     * @throws InstrumentException as {@link #ask}, a refusal leaving the doubt, since it may be a late one of an earlier
     *     question; {@code TIMEOUT} with nothing sent while a late answer to the introduction before may still come
     */
    public <R> R introduce(Question<R> who) throws InstrumentException {
        long now = clock.nanos();
        if (now < notBeforeNanos) {
            throw fault(
                    Kind.TIMEOUT,
                    "has not answered %s; it is asked again in %d ms, when that answer cannot come any more"
                            .formatted(who.words(), (notBeforeNanos - now) / 1_000_000));
        }
        inDoubt = false;
        notBeforeNanos = now + LATEST.plus(who.longer()).toNanos();
        try {
            R answer = ask(who);
            notBeforeNanos = Long.MIN_VALUE;
            return answer;
        } finally {
            inDoubt = notBeforeNanos != Long.MIN_VALUE;
        }
    }

    /**
     * Asks for an introduction until two in a row are the same, since lines carry no checksum and what is learnt here is
     * compared from now on.
     *
     * @throws InstrumentException as {@link #introduce}; {@code GARBLED} if the third differs, too
     */
    public <R> R meet(Question<R> who) throws InstrumentException {
        R first = introduce(who);
        R second = introduce(who);
        R third = first.equals(second) ? second : introduce(who);
        if (!third.equals(second)) {
            throw fault(
                    Kind.GARBLED,
                    "answers %s with %s, then with %s; check baud rate, cable and shield"
                            .formatted(who.words(), second, third));
        }
        return third;
    }

    /**
     * Asks whether the same instrument is still there; another answer is believed when it comes twice.
     *
     * @throws InstrumentException as {@link #meet}; {@code WRONG_DEVICE} if it is another one, and the doubt stays
     */
    public <R> void confirm(Question<R> who, R known) throws InstrumentException {
        if (introduce(who).equals(known)) {
            return;
        }
        R other = meet(who);
        if (!other.equals(known)) {
            inDoubt = true;
            throw fault(
                    Kind.WRONG_DEVICE,
                    "was " + known + " and is now " + other + "; put the cable back, or stop and connect anew");
        }
    }

    /**
     * Compares a serial number with the one the settings want.
     *
     * @param wanted a serial number, or {@code any}
     * @throws InstrumentException {@code WRONG_DEVICE}
     */
    public void expectSerial(String wanted, String found) throws InstrumentException {
        if (!wanted.equals("any") && !wanted.equals(found)) {
            throw fault(
                    Kind.WRONG_DEVICE,
                    "has serial number " + found + ", the settings want " + wanted + "; are two cables swapped?");
        }
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws InstrumentException {@code TIMEOUT} if nothing came, {@code GARBLED} if only something else came,
     *     {@code REFUSED} with the instrument's words, {@code LOST} from the link
     * @throws IllegalStateException if an introduction is due
     */
    public <R> R ask(Question<R> question) throws InstrumentException {
        if (inDoubt) {
            throw new IllegalStateException("an introduction is due before " + question.words());
        }
        inDoubt = true;
        var deadline = new Deadline(clock.nanos() + patience(question).toNanos());
        link.discardReceived();
        link.write((question.words() + manner.end()).getBytes(US_ASCII), deadline);
        var exchange = new Exchange<>(question, manner.format());
        while (!exchange.over()) {
            listen(exchange, deadline);
        }
        return switch (exchange.outcome()) {
            case Exchange.Answered<R> answered -> {
                inDoubt = false;
                yield answered.value();
            }
            case Exchange.Refused<R> refused -> {
                inDoubt = false;
                throw fault(Kind.REFUSED, "answers " + question.words() + " with " + refused.words());
            }
            case Exchange.Unanswered<R> unanswered -> throw silence(question, unanswered.heard());
        };
    }

    /** Leaves the instrument alone for a while; what it says meanwhile is thrown away. */
    public void pause(Duration time) throws InstrumentException {
        var end = new Deadline(clock.nanos() + time.toNanos());
        byte[] unheard = new byte[manner.format().longest()];
        while (end.leftNanos(clock.nanos()) > 0) {
            link.read(unheard, end);
        }
    }

    private Duration patience(Question<?> question) {
        return manner.patience().plus(question.longer());
    }

    private void listen(Exchange<?> exchange, Deadline deadline) throws InstrumentException {
        byte[] received = new byte[manner.format().longest()];
        long quiet = exchange.mayEndQuietly()
                ? clock.nanos() + exchange.question().quiet().toNanos()
                : Long.MAX_VALUE;
        int count = link.read(received, new Deadline(Math.min(quiet, deadline.atNanos())));
        exchange.hear(received, count);
        if (count == 0 && clock.nanos() >= quiet) {
            exchange.quiet();
        }
        if (!exchange.over() && deadline.leftNanos(clock.nanos()) <= 0) {
            exchange.late();
        }
    }

    private InstrumentException silence(Question<?> question, String heard) {
        String asked = "no answer to %s within %d ms"
                .formatted(question.words(), patience(question).toMillis());
        return heard.isEmpty()
                ? fault(Kind.TIMEOUT, asked + "; is it switched on, and is this its port?")
                : fault(Kind.GARBLED, asked + ", only " + heard + "; check baud rate, cable and shield");
    }

    /** A failure of this instrument. */
    public InstrumentException fault(Kind kind, String message) {
        return new InstrumentException(kind, manner.name(), message);
    }

    @Override
    public void close() {
        link.close();
    }
}
