package cellwright.template;

import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.List;

/** An LC-1 on its link: reports force and temperature. The thread of the link only. */
public final class Gauge implements Instrument {
    private static final List<Signal> SIGNALS = List.of(Signal.FORCE, Signal.TEMPERATURE);

    private final Conversation conversation;
    private final NanoClock clock;
    private final Identity identity;

    private Gauge(Conversation conversation, NanoClock clock, Identity identity) {
        this.conversation = conversation;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Asks who is there.
     *
     * @throws InstrumentException if nobody answers
     */
    static Gauge meet(Conversation conversation, NanoClock clock) throws InstrumentException {
        return new Gauge(conversation, clock, identity(conversation.ask(Question.WHO)));
    }

    private static Identity identity(Reply.Identified who) {
        return new Identity("Cellwright", "LC-1", who.serial(), who.firmware(), false);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Signal> signals() {
        return SIGNALS;
    }

    /**
     * Measures. Stamped with the time of the question, so that no value claims to be newer than it is.
     *
     * <p>The answer to an exchange that failed may come late. So after a failure the instrument is first asked who it
     * is: that answer cannot be taken for a measurement, and what comes before it is old.
     */
    @Override
    public Reading read() throws InstrumentException {
        if (conversation.inDoubt()) {
            confirmIdentity();
        }
        long asked = clock.nanos();
        Reply.Measured measured = conversation.ask(Question.READ);
        return Reading.at(asked, measured.force(), measured.temperature());
    }

    private void confirmIdentity() throws InstrumentException {
        Identity now = identity(conversation.ask(Question.WHO));
        if (!now.equals(identity)) {
            throw conversation.fault(
                    Kind.WRONG_DEVICE, "was serial number " + identity.serial() + " and is now " + now.serial());
        }
    }

    /** Nothing to do: a gauge drives nothing. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        conversation.close();
    }
}
