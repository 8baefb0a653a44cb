package cellwright.world.real;

import java.util.function.LongConsumer;

/** Something that is told to an instrument and may be struck out before. */
final class Command {
    private final Terminal.Task<Boolean> task;
    private final LongConsumer done;
    private volatile boolean struckOut;

    /**
     * A command.
     *
     * @param task what is told; the lane's thread
     * @param done given the time when it was told; the world's thread
     */
    Command(Terminal.Task<Boolean> task, LongConsumer done) {
        this.task = task;
        this.done = done;
    }

    /** One that tells nothing by itself and holds the place of something longer. */
    static Command placeholder() {
        return new Command(instrument -> true, at -> {});
    }

    Terminal.Task<Boolean> task() {
        return task;
    }

    LongConsumer done() {
        return done;
    }

    /** It is not told any more, if it was not yet; any thread. */
    void strikeOut() {
        struckOut = true;
    }

    boolean isStruckOut() {
        return struckOut;
    }
}
