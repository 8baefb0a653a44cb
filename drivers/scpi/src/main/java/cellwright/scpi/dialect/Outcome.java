package cellwright.scpi.dialect;

/** What came of reading a setting back. */
public sealed interface Outcome {
    /** It is as it should be. */
    record Right() implements Outcome {}

    /**
     * It is not.
     *
     * @param said what the instrument says instead
     */
    record Wrong(String said) implements Outcome {}

    /** The one or the other. */
    static Outcome of(boolean right, String said) {
        return right ? new Right() : new Wrong(said);
    }
}
