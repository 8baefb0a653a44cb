package cellwright.mark10;

import cellwright.line.Listener;
import cellwright.line.Question;
import cellwright.line.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the gauge is asked, and which lines answer that. */
final class Questions {
    /** Its serial number; never looks like a reading. */
    static final Question<String> SERIAL = new Question<>("RS", Questions::word);
    /** Its type. */
    static final Question<String> MODEL = new Question<>("RM", Questions::word);
    /** The version of its firmware. */
    static final Question<String> FIRMWARE = new Question<>("RV", Questions::word);
    /** Its settings; nothing of a gauge that does not know the command. */
    static final Question<Optional<Setup>> LIST = new Question<>("LIST", Questions::setup);
    /** What it measures now, however it is written. */
    static final Question<Shown> CURRENT = new Question<>("?C", Questions::shown);

    private static final Pattern ERROR = Pattern.compile("\\*(\\d\\d) *");
    private static final Pattern NUMBER = Pattern.compile(" *[+-]?[\\d.,]+ *");

    private Questions() {}

    /** What it measures now, written as a reading before; another unit is a refusal, since somebody changed it. */
    static Question<Shown> currentLike(Shown before) {
        return new Question<>("?C", line -> {
            Verdict<Shown> verdict = shown(line);
            if (!(verdict instanceof Verdict.Answer<Shown> answer)
                    || answer.value().like(before)) {
                return verdict;
            }
            return answer.value().unit() == before.unit()
                    ? new Verdict.Stray<>("a reading with other decimals, \"" + line + '"')
                    : new Verdict.Refusal<>('"' + line + "\", and its unit was "
                            + before.unit().symbol() + " when it was connected; set it back, or connect anew");
        });
    }

    private static Verdict<Shown> shown(String line) {
        if (NUMBER.matcher(line).matches()) {
            return new Verdict.Refusal<>('"' + line + "\", without a unit; set its data format to numeric + units");
        }
        return of(line, text -> Shown.of(text)
                .<Verdict<Shown>>map(Verdict.Answer::new)
                .orElseGet(() -> new Verdict.Stray<>('"' + text + '"')));
    }

    private static Verdict<Optional<Setup>> setup(String line) {
        Optional<Setup> setup = Setup.of(line);
        return setup.isPresent() || ERROR.matcher(line).matches()
                ? new Verdict.Answer<>(setup)
                : new Verdict.Stray<>('"' + line + '"');
    }

    private static Verdict<String> word(String line) {
        return of(
                line,
                text -> text.isBlank() || Shown.of(text).isPresent()
                        ? new Verdict.Stray<>('"' + text + '"')
                        : new Verdict.Answer<>(text.strip()));
    }

    /** Errors are refusals of whatever was asked; everything else is for the listener. */
    private static <R> Verdict<R> of(String line, Listener<R> listener) {
        var error = ERROR.matcher(line);
        return error.matches() ? new Verdict.Refusal<>(error(error.group(1))) : listener.on(line);
    }

    private static String error(String number) {
        String meaning =
                switch (number) {
                    case "10" -> "illegal command";
                    case "11" -> "not applicable";
                    case "12" -> "invalid specifier";
                    case "22" -> "value too large";
                    default -> "unknown";
                };
        return "error *" + number + ", " + meaning;
    }
}
