package cellwright.alicat;

import cellwright.line.Listener;
import cellwright.line.Question;
import cellwright.line.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instrument is asked, and which lines answer that.
 *
 * @param id the unit's letter, A to Z, in front of every command and answer
 */
record Questions(String id) {
    private static final int LAST_MAKER_ROW = 9;
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Pattern MAKER = Pattern.compile(" +M(\\d\\d) ?(.*)");
    private static final Pattern HEADING = Pattern.compile(" D00 ID_ NAME_.*");
    private static final Pattern SETPOINT =
            Pattern.compile(" [+-]?\\d+(?:\\.\\d+)? ([+-]?\\d+(?:\\.\\d+)?) (\\d{1,3}) (\\S+)");
    private static final Pattern FULL_SCALE = Pattern.compile(" ([+-]?\\d+(?:\\.\\d+)?) (\\d{1,3}) (\\S+)");
    private static final Pattern RATE = Pattern.compile(" \\+?(\\d+(?:\\.\\d+)?) (\\d{1,3}) (\\d) \\S+");
    private static final Pattern SOURCE = Pattern.compile(" ([ASU])");
    private static final Pattern VARIABLE = Pattern.compile(" (\\d{1,3})");

    /** Who it is: ten rows, the last of which is numbered 9. */
    Question<Maker> who() {
        return new Question<>(id + "??M*", new MakerRows(Maker.UNKNOWN), Duration.ZERO, Duration.ofSeconds(2));
    }

    /** What its readings consist of: rows until it is quiet. */
    Question<Layout> layout() {
        return new Question<>(id + "??D*", new Rows(new Layout(List.of())), QUIET, Duration.ofSeconds(4));
    }

    /** A reading. */
    Question<Frame> poll(Layout layout) {
        return new Question<>(id, one(rest -> Frame.of(layout, rest)));
    }

    /** Where set-points come from: S serial line, U the same, not kept over a power failure, A analog input. */
    Question<String> source() {
        return new Question<>(id + "LSS", form(SOURCE, found -> Optional.of(found.group(1))));
    }

    /** What is regulated, by the instrument's number. */
    Question<Integer> variable() {
        return new Question<>(id + "LV", form(VARIABLE, found -> Optional.of(Integer.parseInt(found.group(1)))));
    }

    /** The full scale of a quantity. */
    Question<Amount> fullScale(int statistic) {
        return new Question<>(
                id + "FPF " + statistic,
                form(FULL_SCALE, found -> amount(found.group(1), found.group(2), found.group(3))));
    }

    /** The set-point that was asked for. */
    Question<Amount> setpoint() {
        return new Question<>(id + "LS", requested());
    }

    /** Asks for a set-point in the unit it has; answered like the question. */
    Question<Amount> setpoint(BigDecimal number) {
        return new Question<>(id + "LS " + number.toPlainString(), requested());
    }

    /** How fast the set-point moves. */
    Question<Rate> rate() {
        return new Question<>(id + "SR", rates());
    }

    /** Asks for a rate; answered like the question. */
    Question<Rate> rate(Rate rate) {
        String words = rate.moves()
                ? id + "SR " + rate.number().toPlainString() + " " + rate.per().code()
                : id + "SR 0";
        return new Question<>(words, rates());
    }

    private Listener<Amount> requested() {
        return form(SETPOINT, found -> amount(found.group(1), found.group(2), found.group(3)));
    }

    private Listener<Rate> rates() {
        return form(RATE, found -> Rate.Per.of(Integer.parseInt(found.group(3)))
                .map(per -> new Rate(new BigDecimal(found.group(1)), per)));
    }

    private static Optional<Amount> amount(String number, String code, String label) {
        return PressureUnit.of(Integer.parseInt(code), label).map(unit -> new Amount(new BigDecimal(number), unit));
    }

    private <R> Listener<R> form(Pattern pattern, Function<Matcher, Optional<R>> meaning) {
        return one(rest -> {
            Matcher matcher = pattern.matcher(rest.stripTrailing());
            return matcher.matches() ? meaning.apply(matcher) : Optional.empty();
        });
    }

    /** Listens for one line that begins with the unit's letter and means something. */
    private <R> Listener<R> one(Function<String, Optional<R>> meaning) {
        return line ->
                rest(line).flatMap(meaning).<Verdict<R>>map(Verdict.Answer::new).orElseGet(() -> foreign(line));
    }

    private Optional<String> rest(String line) {
        return line.startsWith(id + " ") ? Optional.of(line.substring(1)) : Optional.empty();
    }

    private static <R> Verdict<R> foreign(String line) {
        return line.strip().equals("?")
                ? new Verdict.Refusal<>("\"?\": it does not know the command or cannot do it")
                : new Verdict.Stray<>('"' + line + '"');
    }

    /** Rows of who it is. */
    private final class MakerRows implements Listener<Maker> {
        private final Maker soFar;

        MakerRows(Maker soFar) {
            this.soFar = soFar;
        }

        @Override
        public Verdict<Maker> on(String line) {
            Matcher matcher = MAKER.matcher(rest(line).orElse(""));
            if (!matcher.matches()) {
                return foreign(line);
            }
            int row = Integer.parseInt(matcher.group(1));
            Maker maker = (row == 0 ? Maker.UNKNOWN : soFar)
                    .with(row, matcher.group(2).strip());
            if (row < LAST_MAKER_ROW) {
                return new Verdict.Part<>(new MakerRows(maker));
            }
            return maker.complete()
                    ? new Verdict.Answer<>(maker)
                    : new Verdict.Stray<>("a list without model, serial number or software revision");
        }
    }

    /** Rows of what its readings consist of; one that is missing spoils them all. */
    private final class Rows implements Listener<Layout> {
        private final Layout soFar;

        Rows(Layout soFar) {
            this.soFar = soFar;
        }

        @Override
        public Verdict<Layout> on(String line) {
            String row = rest(line).orElse("");
            if (HEADING.matcher(row).matches()) {
                return new Verdict.Part<>(new Rows(new Layout(List.of())));
            }
            return Column.of(row)
                    .<Verdict<Layout>>map(column -> soFar.with(column)
                            .<Verdict<Layout>>map(more -> new Verdict.Part<>(new Rows(more)))
                            .orElseGet(() ->
                                    new Verdict.Refusal<>("a table in which a row is missing before \"" + line + '"')))
                    .orElseGet(() -> foreign(line));
        }

        @Override
        public Optional<Layout> whenQuiet() {
            return soFar.columns().isEmpty() ? Optional.empty() : Optional.of(soFar);
        }
    }
}
