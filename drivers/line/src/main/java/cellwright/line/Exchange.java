package cellwright.line;

import java.util.Optional;

/** One question on its way to an answer: bytes in, an outcome out; knows neither link nor clock. Mutable, one thread. */
final class Exchange<R> {
    private final Question<R> question;
    private LineState state;
    private Listener<R> listener;
    private boolean wholeLine;
    private boolean spoiled;
    private String remark = "";
    private Optional<Outcome<R>> outcome = Optional.empty();

    /** How it ended. */
    sealed interface Outcome<R> {}

    /** With an answer. */
    record Answered<R>(R value) implements Outcome<R> {}

    /** With a refusal, in the instrument's words. */
    record Refused<R>(String words) implements Outcome<R> {}

    /** Without either; what was heard instead, empty if nothing. */
    record Unanswered<R>(String heard) implements Outcome<R> {}

    Exchange(Question<R> question, LineFormat format) {
        this.question = question;
        this.listener = question.listener();
        this.state = LineState.start(format);
    }

    Question<R> question() {
        return question;
    }

    boolean over() {
        return outcome.isPresent();
    }

    Outcome<R> outcome() {
        return outcome.orElseThrow();
    }

    /** Whether silence from here on would make an answer of what was heard. */
    boolean mayEndQuietly() {
        return wholeLine
                && !spoiled
                && !state.insideLine()
                && listener.whenQuiet().isPresent();
    }

    void hear(byte[] received, int count) {
        for (int i = 0; i < count && !over(); i++) {
            LineState.Heard heard = state.on(received[i]);
            state = heard.next();
            switch (heard) {
                case LineState.More more -> {}
                case LineState.Line line -> judge(listener.on(line.text()));
                case LineState.Spoiled foul -> {
                    spoiled = true;
                    remark = foul.why();
                }
            }
        }
    }

    private void judge(Verdict<R> verdict) {
        switch (verdict) {
            case Verdict.Answer<R> answer -> outcome = Optional.of(new Answered<>(answer.value()));
            case Verdict.Part<R> part -> {
                wholeLine = true;
                listener = part.next();
            }
            case Verdict.Refusal<R> refusal -> outcome = Optional.of(new Refused<>(refusal.words()));
            case Verdict.Stray<R> stray -> remark = stray.why();
        }
    }

    /** Nothing more comes behind a whole line. */
    void quiet() {
        listener.whenQuiet().ifPresent(value -> outcome = Optional.of(new Answered<>(value)));
    }

    /** The deadline has passed. */
    void late() {
        String unfinished = state.insideLine() ? "the beginning of a line: " + state : wholeLine ? "a part of it" : "";
        outcome = Optional.of(new Unanswered<>(remark.isEmpty() ? unfinished : remark));
    }
}
