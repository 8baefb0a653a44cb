package cellwright.cli;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import java.util.Locale;

/** How a run stands, in a word and in a sentence. */
final class RunStanding {
    private RunStanding() {}

    static String word(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> "not begun";
            case ChannelState.Running ignored -> "interrupted";
            case ChannelState.Stopping ignored -> "interrupted";
            case ChannelState.Held held -> "held";
            case ChannelState.Ended ended -> ended.cause().kind().name().toLowerCase(Locale.ROOT);
        };
    }

    static String words(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> "the run never began";
            case ChannelState.Running running ->
                "interrupted or still going on: step " + running.leaf().stepCount() + " ("
                        + running.leaf().op().label() + ")";
            case ChannelState.Stopping stopping -> "interrupted on the way to rest: " + words(stopping.cause());
            case ChannelState.Held held -> "held at rest: " + words(held.cause());
            case ChannelState.Ended ended -> "ended: " + words(ended.cause());
        };
    }

    private static String words(Cause cause) {
        return cause.kind().name().toLowerCase(Locale.ROOT) + ", " + cause.message();
    }
}
