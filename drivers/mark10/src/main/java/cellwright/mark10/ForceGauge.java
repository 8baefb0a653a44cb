package cellwright.mark10;

import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.line.Conversation;
import java.util.List;
import java.util.Optional;

/** A Mark-10 gauge on its link: reports force and, where an area is set, stack pressure. The thread of the link only. */
public final class ForceGauge implements Instrument {
    private final Conversation conversation;
    private final NanoClock clock;
    private final Identity identity;
    private final Mounting mounting;
    private final Shown first;

    private ForceGauge(Conversation conversation, NanoClock clock, Identity identity, Mounting mounting, Shown first) {
        this.conversation = conversation;
        this.clock = clock;
        this.identity = identity;
        this.mounting = mounting;
        this.first = first;
    }

    /**
     * Asks who is there, how it is set and how it writes its readings.
     *
     * @throws InstrumentException if nobody answers, another gauge is there, or its settings do not allow to use it
     */
    static ForceGauge meet(Conversation conversation, NanoClock clock, Options options) throws InstrumentException {
        String serial = conversation.meet(Questions.SERIAL);
        conversation.expectSerial(options.serial(), serial);
        String model = conversation.ask(Questions.MODEL);
        String firmware = conversation.ask(Questions.FIRMWARE);
        refuseUnasked(conversation);
        Shown first = conversation.ask(Questions.CURRENT);
        Shown second = conversation.ask(Questions.CURRENT);
        if (!second.like(first)) {
            throw conversation.fault(
                    Kind.GARBLED,
                    "writes its readings in two ways, " + first + " and " + second + "; check cable and shield");
        }
        var identity = new Identity("Mark-10", model, serial, firmware, serial.startsWith("SIM"));
        return new ForceGauge(conversation, clock, identity, options.mounting(), first);
    }

    /** A gauge that sends readings by itself would answer with old ones. Some gauges cannot list their settings. */
    private static void refuseUnasked(Conversation conversation) throws InstrumentException {
        Optional<Setup> setup = conversation.ask(Questions.LIST);
        if (setup.isPresent() && setup.get().perSecond() > 0) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "sends readings by itself (AOUT" + setup.get().perSecond()
                            + "), which cannot be told from answers; switch its automatic output off");
        }
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Signal> signals() {
        return mounting.signals();
    }

    /**
     * Measures. Stamped with the time of the question, so that no value claims to be newer than it is. After a failure the
     * gauge is first asked for its serial number.
     */
    @Override
    public Reading read() throws InstrumentException {
        if (conversation.inDoubt()) {
            conversation.confirm(Questions.SERIAL, identity.serial());
        }
        long asked = clock.nanos();
        Shown shown = conversation.ask(Questions.currentLike(first));
        return Reading.at(asked, mounting.samples(shown));
    }

    /** Nothing to do: a gauge drives nothing. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        conversation.close();
    }
}
