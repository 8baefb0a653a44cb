package cellwright.palmsens.script;

import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.Told;
import cellwright.palmsens.codec.VarType;
import cellwright.palmsens.codec.Variable;
import java.util.Optional;

/** Where a script stands that was sent, as far as its lines tell. */
public sealed interface RunState {
    /** Number of no technique: a general loop that measures. */
    int GENERAL = -1;

    /** Sent, not acknowledged. */
    record Sent() implements RunState {}

    /** Acknowledged, not measuring yet. */
    record Preparing() implements RunState {}

    /**
     * Measuring.
     *
     * @param technique number of the technique, or {@link #GENERAL}
     */
    record Measuring(int technique) implements RunState {}

    /**
     * An empty line came amid a loop. Either the script is over and the line that closed the loop was lost, or nobody said it:
     * what comes next tells, and nothing for long says that the script is over.
     *
     * @param technique as of the loop
     */
    record Hushed(int technique) implements RunState {}

    /** A measuring loop has ended, the script goes on. */
    record Between() implements RunState {}

    /**
     * It said why it ends, and will.
     *
     * @param verdict why
     */
    record Judged(Verdict verdict) implements RunState {}

    /**
     * Finished; its last block has run and the cell is off.
     *
     * @param verdict why, if it said so; empty after the last turn of a loop or after it was stopped
     */
    record Over(Optional<Verdict> verdict) implements RunState {}

    /**
     * Broken off by an error; its last block has <em>not</em> run and the cell may be on.
     *
     * @param error what the instrument said
     */
    record Broken(Told.Refused error) implements RunState {}

    /**
     * What a line led to.
     *
     * @param next where the script stands now
     * @param data a package of readings, if the line was one
     */
    record Heard(RunState next, Optional<DataPackage> data) {}

    /** Whether more is to come. */
    default boolean running() {
        return !(this instanceof Over || this instanceof Broken);
    }

    /** Takes a line. What cannot belong to this script changes nothing: a late answer, an unreadable line. */
    default Heard on(Told told) {
        return switch (told) {
            case Told.Sent sent -> this instanceof Sent ? silent(this) : data(sent.data());
            case Told.Began began -> silent(onBegin(began));
            case Told.Mark mark -> silent(onMark(mark.letter()));
            case Told.Blank blank -> silent(onBlank());
            case Told.Refused refused -> silent(onError(refused));
            case Told.Answer answer -> silent(onAnswer(answer.text()));
            case Told.Words words -> silent(this);
            case Told.Unreadable unreadable -> silent(this);
        };
    }

    private static Heard silent(RunState next) {
        return new Heard(next, Optional.empty());
    }

    private Heard data(DataPackage data) {
        Optional<Verdict> verdict = data.first(VarType.AA).map(Variable::value).flatMap(Verdict::of);
        if (verdict.isPresent()) {
            return silent(new Judged(verdict.get()));
        }
        RunState next = this instanceof Hushed hushed ? new Measuring(hushed.technique()) : this;
        return new Heard(next, running() ? Optional.of(data) : Optional.empty());
    }

    private RunState onBegin(Told.Began began) {
        boolean mine = !(this instanceof Sent) || began.acknowledges();
        return running() && mine ? new Measuring(began.technique()) : this;
    }

    private RunState onMark(char letter) {
        return switch (this) {
            case Preparing preparing -> letter == 'L' ? new Measuring(GENERAL) : this;
            case Measuring measuring -> letter == '*' || letter == '+' ? new Between() : this;
            case Hushed hushed -> letter == '*' || letter == '+' ? new Between() : this;
            case Between between -> letter == 'L' ? new Measuring(GENERAL) : this;
            case Sent sent -> this;
            case Judged judged -> this;
            case Over over -> this;
            case Broken broken -> this;
        };
    }

    private RunState onBlank() {
        return switch (this) {
            case Sent sent -> this;
            case Preparing preparing -> new Over(Optional.empty());
            case Measuring measuring -> new Hushed(measuring.technique());
            case Hushed hushed -> this;
            case Between between -> new Over(Optional.empty());
            case Judged judged -> new Over(Optional.of(judged.verdict()));
            case Over over -> this;
            case Broken broken -> this;
        };
    }

    private RunState onError(Told.Refused refused) {
        boolean parsing = this instanceof Sent && refused.echo().equals("e");
        boolean running = !(this instanceof Sent) && running() && refused.echo().isEmpty();
        return parsing || running ? new Broken(refused) : this;
    }

    private RunState onAnswer(String text) {
        return this instanceof Sent && text.equals("e") ? new Preparing() : this;
    }
}
