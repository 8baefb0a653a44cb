package cellwright.line;

/** What a line is to whoever asked. */
public sealed interface Verdict<R> {
    /**
     * The answer, or the end of it.
     *
     * @param value what it says
     */
    record Answer<R>(R value) implements Verdict<R> {}

    /**
     * A part of the answer.
     *
     * @param next who listens from here on
     */
    record Part<R>(Listener<R> next) implements Verdict<R> {}

    /**
     * The instrument answers that it will not, or something that makes the answer worthless; nothing more is to come.
     *
     * @param words what it said, and what to do
     */
    record Refusal<R>(String words) implements Verdict<R> {}

    /**
     * Not an answer to this question; the answer may still come.
     *
     * @param why what it is instead
     */
    record Stray<R>(String why) implements Verdict<R> {}
}
