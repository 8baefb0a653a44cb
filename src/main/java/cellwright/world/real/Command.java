package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

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

    /** The work of telling it, if it is not struck out by then; a failure is handed on with its time, on the world's thread. */
    Lane.Work at(Terminal terminal, ObjLongConsumer<InstrumentException> refused) {
        return () -> {
            if (struckOut) {
                return () -> {};
            }
            try {
                terminal.with(task);
                long at = terminal.nowNanos();
                return () -> done.accept(at);
            } catch (InstrumentException failure) {
                long at = terminal.nowNanos();
                return () -> refused.accept(failure, at);
            }
        };
    }

    /** It is not told any more, if it was not yet; any thread. */
    void strikeOut() {
        struckOut = true;
    }

    boolean isStruckOut() {
        return struckOut;
    }
}
