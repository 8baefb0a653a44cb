package cellwright.scpi;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.scpi.dialect.Assignment;
import cellwright.scpi.dialect.Dialect;
import cellwright.scpi.dialect.Plan;

/** Opens and closes the output's relay, by the order of commands that is safe for a cell. The thread of the link only. */
final class Relay {
    private final Conversation conversation;
    private final Options options;
    private final Dialect dialect;

    Relay(Conversation conversation, Options options) {
        this.conversation = conversation;
        this.options = options;
        this.dialect = options.dialect();
    }

    /**
     * Opens it, and knows that it is open. The commands leave before anything is asked; a second attempt is made if the
     * answers are missing or garbled. Who answered is open to doubt then, and stays so.
     *
     * @throws InstrumentException {@code REFUSED} if the instrument does not confirm: its output may be on, or off in a state
     *     that puts 0 V on the cell
     */
    void open() throws InstrumentException {
        boolean doubted = conversation.inDoubt();
        try {
            openOnce();
        } catch (InstrumentException first) {
            if (first.kind() == Kind.LOST || first.kind() == Kind.REFUSED) {
                throw first;
            }
            doubted = true;
            openOnce();
        }
        if (doubted) {
            conversation.doubt();
        }
    }

    private void openOnce() throws InstrumentException {
        boolean doubted = conversation.inDoubt();
        for (Assignment each : dialect.highImpedance()) {
            conversation.tell(each.command());
        }
        conversation.tell(dialect.output(false).command());
        if (doubted) {
            conversation.synchronise();
        }
        confirmOpen();
        if (doubted) {
            conversation.troubles();
        } else {
            conversation.expectNoTrouble("open the relay");
        }
    }

    /** Asks whether it is open. */
    void confirmOpen() throws InstrumentException {
        try {
            conversation.confirm(dialect.output(false));
            for (Assignment each : dialect.highImpedance()) {
                conversation.confirm(each);
            }
        } catch (InstrumentException failed) {
            if (failed.kind() == Kind.REFUSED) {
                throw conversation.fault(
                        Kind.REFUSED,
                        "DOES NOT CONFIRM AN OPEN RELAY, take the cell off its leads: " + failed.getMessage());
            }
            throw failed;
        }
    }

    /** Sees to the off-state, sets everything up with the output off, empties the error queue, and only then closes it. */
    void close(Plan plan) throws InstrumentException {
        for (Assignment each : dialect.highImpedance()) {
            conversation.assign(each);
        }
        for (Assignment each : dialect.loosen(plan)) {
            conversation.assign(each);
        }
        for (Assignment each : dialect.setUp(plan, options.wiring())) {
            conversation.assign(each);
        }
        conversation.expectNoTrouble("set up");
        conversation.assign(dialect.output(true));
        conversation.expectNoTrouble("output on");
    }

    /** Goes over to a plan with the output on. */
    void change(Plan plan) throws InstrumentException {
        for (Assignment each : dialect.change(plan)) {
            conversation.assign(each);
        }
        conversation.expectNoTrouble("change");
        conversation.confirm(dialect.output(true));
    }

    /** Asks whether everything is still as a plan wants it. */
    void confirm(Plan plan) throws InstrumentException {
        for (Assignment each : dialect.highImpedance()) {
            conversation.confirm(each);
        }
        for (Assignment each : dialect.setUp(plan, options.wiring())) {
            conversation.confirm(each);
        }
    }
}
