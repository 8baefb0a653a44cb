package cellwright.protocol.yaml;

import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Steps written as a sentence, as modellers do: "Discharge at C/10 for 10 hours or until 3.3 V", "Hold at 4.1 V for 2 hours or
 * until 50 mA", "Rest for 1 hour (5 minute period)". What a sentence leaves open is asked for, never made up: each needs its
 * longest time.
 */
final class SentenceReader {
    static final String FORMS = "\"Charge at C/5 for 10 hours or until 4.3 V\", "
            + "\"Hold at 4.3 V for 2 hours or until C/50\" or \"Rest for 1 hour\"";
    private static final String USUAL_HOURS = "24 hours";

    private final Sentence sentence;
    private final SentenceText.Verb verb;

    private SentenceReader(Sentence sentence, SentenceText.Verb verb) {
        this.sentence = sentence;
        this.verb = verb;
    }

    /** The step that a text in a list of steps stands for; empty with the fault noted. */
    static Optional<Step> read(Node.Scalar item, Reading reading) {
        try {
            if (item.absent()) {
                throw new Misfit("expected a step such as charge: C/5, found nothing");
            }
            String text = reading.scope().replace(item.text());
            Sentence sentence = Sentence.of(text, item);
            SentenceText.Verb verb = SentenceText.verb(sentence.verb().text()).orElseThrow(() -> unknown(sentence));
            return Optional.of(new SentenceReader(sentence, verb).step());
        } catch (Misfit misfit) {
            reading.faults().error(item.place(), misfit);
            return Optional.empty();
        }
    }

    private static Misfit unknown(Sentence sentence) {
        String written = sentence.verb().text();
        Optional<String> near = Nearest.of(written, SentenceText.VERBS);
        String hint = near.map(word -> "; did you mean \"" + word + "\"?").orElse("");
        return new Misfit(
                sentence.verb().place(),
                "\"" + written + "\" begins no step" + hint
                        + (near.isPresent()
                                ? ""
                                : "; expected a step such as charge: C/5, or a sentence such as " + FORMS));
    }

    private Step step() throws Misfit {
        Setting setting = setting();
        Optional<Duration> time = clause("for", SentenceText::time);
        Optional<Until> until = clause("until", text -> SentenceText.until(verb, setting, text));
        Optional<Duration> period = clause(Sentence.PERIOD, SentenceText::time);
        if (time.isEmpty()) {
            throw endless(until.isPresent());
        }
        Optional<RecordRule> record = period.map(every ->
                new RecordRule(Optional.of(every), OptionalDouble.empty(), Optional.empty(), Optional.empty()));
        Optional<Until> either = until.map(end -> new Until.AnyOf(List.of(end, new Until.Elapsed(time.get()))));
        return new Step.Drive(
                setting,
                either,
                either.isPresent() ? Optional.empty() : time,
                WhenLate.STOP,
                record,
                Limits.NONE,
                Optional.empty());
    }

    private Setting setting() throws Misfit {
        Optional<Setting> setting = clause("at", text -> SentenceText.setting(verb, text));
        if (verb == SentenceText.Verb.REST) {
            if (setting.isPresent()) {
                throw new Misfit(
                        sentence.clause("at").orElseThrow().keyword(), "a rest has no \"at\"; write Rest for 1 hour");
            }
            return new Setting.Rest();
        }
        return setting.orElseThrow(() -> new Misfit(
                sentence.verb().place(), "\"" + sentence.verb().text() + "\" needs an \"at\", as in " + FORMS));
    }

    /** A time is never made up: other programs end such a step silently after a day, or after twice the nominal time. */
    private Misfit endless(boolean hasEnd) {
        String what = sentence.verb().text()
                + sentence.clause("at").map(at -> " at " + at.text()).orElse("");
        String time = sentence.clause("at")
                .flatMap(at -> SentenceText.usualTime(at.text()))
                .orElse(USUAL_HOURS);
        String end = sentence.clause("until")
                .map(until -> " or until " + until.text())
                .orElse("");
        Place place = sentence.clause("until")
                .map(Sentence.Clause::keyword)
                .orElse(sentence.verb().place());
        String why = hasEnd ? "what this step waits for may never happen" : "this step has no end";
        return new Misfit(
                place, why + "; say how long it may take, for example \"" + what + " for " + time + end + "\"");
    }

    private <T> Optional<T> clause(String word, Reading.Meaning<T> meaning) throws Misfit {
        Optional<Sentence.Clause> clause = sentence.clause(word);
        if (clause.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.of(clause.get().text()));
        } catch (Misfit misfit) {
            throw new Misfit(misfit.place().orElse(clause.get().place()), misfit.message());
        }
    }
}
