package cellwright.lab.reproduce;

/** A run that is needed for a judgement did not come to its end; the message says why. */
public final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunFailed(String message) {
        super(message);
    }
}
