package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Making one instrument safe: who wants it, and who is told when it is done. It goes ahead of everything; where others are on the
 * same line and it did not answer the last time, it takes its turn with them: their cells are watched over that line, too. The
 * world's thread.
 */
final class Rescue {
    private final Terminal terminal;
    private final Lane lane;
    private final Occupancy occupancy;
    private final Failed failed;
    private final Map<Guest, LongConsumer> answers = new LinkedHashMap<>();
    private boolean wanted;
    private boolean underWay;
    private boolean unheard;
    private boolean failureTold;

    /** Told of what went wrong. */
    @FunctionalInterface
    interface Failed {
        /**
         * It was not made safe.
         *
         * @param told whether people know already that it could not be
         */
        void with(InstrumentException failure, long at, boolean told);
    }

    Rescue(Terminal terminal, Lane lane, Occupancy occupancy, Failed failed) {
        this.terminal = terminal;
        this.lane = lane;
        this.occupancy = occupancy;
        this.failed = failed;
    }

    /** Whether it has not been made safe as often as was asked for. */
    boolean isWanted() {
        return wanted;
    }

    /** A guest wants it, and is answered once. */
    void want(Guest guest, LongConsumer answer) {
        answers.put(guest, answer);
        wanted = true;
    }

    /** Has it made safe ahead of everything; does nothing if that is under way. */
    void send() {
        if (underWay) {
            return;
        }
        underWay = true;
        lane.breakOff();
        if (unheard && occupancy.isShared()) {
            occupancy.askInTurn(lane, this::carryOut);
        } else {
            lane.submit(Lane.Rank.SAFE, this::carryOut);
        }
    }

    private Runnable carryOut() {
        try {
            terminal.makeSafe();
            long at = terminal.nowNanos();
            return () -> safe(at);
        } catch (InstrumentException failure) {
            long at = terminal.nowNanos();
            return () -> notSafe(failure, at);
        }
    }

    private void safe(long at) {
        underWay = false;
        unheard = false;
        wanted = false;
        failureTold = false;
        List<LongConsumer> waiting = List.copyOf(answers.values());
        answers.clear();
        waiting.forEach(answer -> answer.accept(at));
    }

    /** Who wants it asks again; meanwhile people are told once. */
    private void notSafe(InstrumentException failure, long at) {
        underWay = false;
        unheard = true;
        boolean told = failureTold;
        failureTold |= failure.kind() != Kind.LOST && failure.kind() != Kind.WRONG_DEVICE;
        failed.with(failure, at, told);
    }

    /** The instrument is lost, and what was under way with it. */
    void forget() {
        underWay = false;
        unheard = false;
    }
}
