package cellwright.engine;

/** What a channel is doing. */
public sealed interface ChannelState {
    /** No run. */
    record Idle() implements ChannelState {}

    /**
     * A run goes on.
     *
     * @param run what does not change
     * @param cursor where in the program
     * @param leaf the running step
     * @param ledger what the run has come to
     * @param sight what was last seen
     */
    record Running(Run run, Cursor cursor, Leaf leaf, Ledger ledger, Sight sight) implements ChannelState {
        Running withLedger(Ledger changed) {
            return new Running(run, cursor, leaf, changed, sight);
        }

        /** The same, but nobody watches until the next reading. */
        Running unwatched() {
            return new Running(run, cursor, leaf, ledger, sight.left());
        }
    }

    /**
     * On the way to rest: made safe, not yet seen to be at rest.
     *
     * @param at the run as it stood, its step's clock stopped
     * @param cause why
     * @param then what follows when the cell is at rest
     * @param acknowledged whether the potentiostat has acknowledged
     * @param tries how often it was told
     */
    record Stopping(Running at, Cause cause, Afterwards then, boolean acknowledged, int tries)
            implements ChannelState {}

    /**
     * At rest, waiting for a person.
     *
     * @param at the run as it stood
     * @param cause why
     */
    record Held(Running at, Cause cause) implements ChannelState {}

    /**
     * Over, at rest.
     *
     * @param run which run
     * @param ledger what it came to
     * @param cause why it ended
     */
    record Ended(Run run, Ledger ledger, Cause cause) implements ChannelState {}
}
