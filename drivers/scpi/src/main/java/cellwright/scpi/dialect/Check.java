package cellwright.scpi.dialect;

import cellwright.scpi.codec.Question;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an answer that reads a setting back must be. */
public sealed interface Check {
    /** What the answer is expected to be, for people. */
    String wanted();

    /** The question that reads back, and judges the answer. */
    Question<Outcome> asked(String query);

    /**
     * A word in its short form; an instrument may say the long one.
     *
     * @param word upper case, for example {@code HIMP} for {@code HIMPEDANCE}
     */
    record Word(String word) implements Check {
        @Override
        public String wanted() {
            return word;
        }

        @Override
        public Question<Outcome> asked(String query) {
            Question<String> question = Question.word(query);
            return new Question<>(query, text -> question.form().apply(text).map(this::outcome));
        }

        private Outcome outcome(String said) {
            String upper = said.toUpperCase(Locale.ROOT);
            String longer = Character.isDigit(word.charAt(word.length() - 1)) ? "" : "[A-Z]*";
            return Outcome.of(upper.matches(Pattern.quote(word) + longer), said);
        }
    }

    /**
     * Several words, of which each must be there and others may.
     *
     * @param words upper case
     */
    record Holds(List<String> words) implements Check {
        /** Takes an immutable copy. */
        public Holds {
            words = List.copyOf(words);
        }

        @Override
        public String wanted() {
            return String.join(",", words);
        }

        @Override
        public Question<Outcome> asked(String query) {
            Question<String> question = Question.word(query);
            return new Question<>(query, text -> question.form().apply(text).map(this::outcome));
        }

        private Outcome outcome(String said) {
            List<String> parts = List.of(said.toUpperCase(Locale.ROOT).split("[:,]"));
            return Outcome.of(parts.containsAll(words), said);
        }
    }

    /**
     * Yes or no.
     *
     * @param on which
     */
    record Flag(boolean on) implements Check {
        @Override
        public String wanted() {
            return on ? "1" : "0";
        }

        @Override
        public Question<Outcome> asked(String query) {
            Question<Boolean> question = Question.flag(query);
            return new Question<>(query, text -> question.form().apply(text).map(said -> Outcome.of(said == on, text)));
        }
    }

    /**
     * A number, as close as the instrument's converters allow.
     *
     * @param value in the setting's unit
     * @param tolerance largest difference
     */
    record Near(double value, double tolerance) implements Check {
        @Override
        public String wanted() {
            return Double.toString(value);
        }

        @Override
        public Question<Outcome> asked(String query) {
            Question<Double> question = Question.number(query);
            return new Question<>(query, text -> question.form().apply(text).map(this::outcome));
        }

        private Outcome outcome(double said) {
            return Outcome.of(Math.abs(said - value) <= tolerance, Double.toString(said));
        }
    }

    /**
     * A range that covers a value.
     *
     * @param value at least 0
     */
    record Covers(double value) implements Check {
        private static final double ROUNDING = 1e-6;

        @Override
        public String wanted() {
            return "at least " + value;
        }

        @Override
        public Question<Outcome> asked(String query) {
            Question<Double> question = Question.number(query);
            return new Question<>(query, text -> question.form().apply(text).map(this::outcome));
        }

        private Outcome outcome(double said) {
            return Outcome.of(said >= value * (1 - ROUNDING), Double.toString(said));
        }
    }
}
