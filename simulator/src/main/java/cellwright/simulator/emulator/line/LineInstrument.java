package cellwright.simulator.emulator.line;

import cellwright.instrument.emulation.FarEnd;

/**
 * An emulated instrument that is talked to in lines: gathers commands from bytes, lets the instrument hear them, and sends
 * what it says in the instrument's time. Bytes come and go with the instants at which they do; the instants are the caller's
 * and never run backwards. Mutable, one thread.
 *
 * @param <M> how it misbehaves
 */
public abstract class LineInstrument<M extends LineMischief> implements FarEnd {
    private static final int USUALLY_LONGEST = 400;

    private final M mischief;
    private final CommandEnd end;
    private final int longestCommand;
    private final Outbox said = new Outbox();
    private final StringBuilder command = new StringBuilder();

    /** An instrument with commands of at most 400 characters that end in CR, which has heard and said nothing. */
    protected LineInstrument(M mischief) {
        this(mischief, CommandEnd.CR, USUALLY_LONGEST);
    }

    /**
     * An instrument that has heard and said nothing.
     *
     * @param longestCommand characters kept of a command; what comes behind them is lost
     */
    protected LineInstrument(M mischief, CommandEnd end, int longestCommand) {
        this.mischief = mischief;
        this.end = end;
        this.longestCommand = longestCommand;
    }

    /** A whole command was heard, without its end. */
    protected abstract void hear(String whole, long atNanos);

    /** Whether it does not listen; what comes meanwhile is lost, and so is the command it had begun to hear. */
    protected boolean deaf(long atNanos) {
        return false;
    }

    /** Says something, line ends included, as far as the wire lets it. */
    protected final void say(String text, long atNanos) {
        if (!mischief.isSilent()) {
            String arrives = mischief.spoiled(text);
            said.say(arrives, atNanos + mischief.delayNanos());
        }
    }

    /** Power is lost for a moment: what was heard and not yet said is gone. */
    protected final void forget() {
        command.setLength(0);
        said.clear();
    }

    /** How it and its wire misbehave. */
    public final M mischief() {
        return mischief;
    }

    /** {@inheritDoc} Nothing happens in between, unless the instrument says otherwise. */
    @Override
    public void advance(long toNanos) {}

    @Override
    public final void receive(byte[] bytes, long atNanos) {
        advance(atNanos);
        for (byte each : bytes) {
            if (mischief.isSilent() || deaf(atNanos)) {
                command.setLength(0);
            } else if (end.ends(each)) {
                String whole = command.toString();
                command.setLength(0);
                hear(whole, atNanos);
            } else if (!end.passesOver(each) && command.length() < longestCommand) {
                command.append((char) (each & 0xff));
            }
        }
    }

    @Override
    public final byte[] fetch(long atNanos) {
        advance(atNanos);
        return mischief.isSilent() ? new byte[0] : said.fetch(atNanos);
    }

    @Override
    public long nextNanos() {
        return mischief.isSilent() ? Long.MAX_VALUE : said.nextNanos();
    }
}
