package cellwright.cli;

import cellwright.engine.Cause;

/** How a command ended, for scripts. */
enum ExitCode {
    /** Everything was done. */
    COMPLETE(0),
    /** The input is wrong; nothing was written. */
    INPUT(2),
    /** The run was ended by a limit. */
    LIMIT(3),
    /** Something failed. */
    FAILED(4),
    /** Somebody pressed Ctrl-C. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The code of a run's end. */
    static ExitCode of(Cause cause) {
        return switch (cause.kind()) {
            case COMPLETE -> COMPLETE;
            case ASKED -> INTERRUPTED;
            case LIMIT, ENVELOPE, LATE -> LIMIT;
            case FAILURE, INTERRUPTION -> FAILED;
        };
    }
}
