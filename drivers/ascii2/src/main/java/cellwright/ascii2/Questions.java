package cellwright.ascii2;

import cellwright.line.Listener;
import cellwright.line.Question;
import cellwright.line.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a chamber is asked, and which lines answer that.
 *
 * @param address two digits
 */
record Questions(String address) {
    /** The text may take five seconds at 9600 baud. */
    private static final Duration LONG = Duration.ofSeconds(9);

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final String DONE = "0";
    private static final Pattern NUMBERS = Pattern.compile("[-0-9. ]+");

    /** How it describes itself: lines until it is quiet. */
    Question<Description> description() {
        return new Question<>(command("?"), new Text(List.of()), QUIET, LONG);
    }

    /** What it does now. */
    Question<State> state(Layout layout) {
        return new Question<>(command("I"), line -> State.of(layout, line)
                .<Verdict<State>>map(Verdict.Answer::new)
                .orElseGet(() -> new Verdict.Stray<>('"' + line + '"')));
    }

    /** Gives an order. */
    Question<String> order(Order order) {
        return new Question<>(command("E") + order.words(), Questions::done);
    }

    /** Sets how fast the temperature goes up or down, K/min; 0 as fast as it can. The humidity goes as fast as it can. */
    Question<String> gradients(BigDecimal up, BigDecimal down) {
        String none = Order.word(BigDecimal.ZERO);
        return new Question<>(
                command("U") + " " + Order.word(up) + " " + Order.word(down) + " " + none + " " + none,
                Questions::done);
    }

    private String command(String letter) {
        return "$" + address + letter;
    }

    private static Verdict<String> done(String line) {
        String text = line.strip();
        if (text.equals(DONE)) {
            return new Verdict.Answer<>(text);
        }
        return text.startsWith("$") || NUMBERS.matcher(text).matches()
                ? new Verdict.Stray<>('"' + line + '"')
                : new Verdict.Refusal<>('"' + line + "\" instead of 0");
    }

    /** Lines of the description; echoes and answers to other questions are none. */
    private record Text(List<String> lines) implements Listener<Description> {
        @Override
        public Verdict<Description> on(String line) {
            boolean foreign =
                    line.matches("\\$\\d\\d\\?.*") || (NUMBERS.matcher(line).matches() && !line.contains("---"));
            if (foreign) {
                return new Verdict.Stray<>('"' + line + '"');
            }
            List<String> more = new ArrayList<>(lines);
            more.add(line.stripTrailing());
            return new Verdict.Part<>(new Text(more));
        }

        @Override
        public Optional<Description> whenQuiet() {
            var description = new Description(lines);
            return description.layout().map(layout -> description);
        }
    }
}
