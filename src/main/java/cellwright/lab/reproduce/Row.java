package cellwright.lab.reproduce;

import java.util.List;

/**
 * A line of the table with what was measured.
 *
 * @param experiment id of the experiment it belongs to
 * @param check what was asked
 * @param answers of each seed
 */
public record Row(String experiment, Check check, List<Answer> answers) {
    /** Takes an immutable copy. */
    public Row {
        answers = List.copyOf(answers);
    }

    /** Whether every seed is what it is to be. */
    public boolean pass() {
        return !answers.isEmpty() && answers.stream().allMatch(Answer::pass);
    }

    /** Why it does not pass, a sentence a seed; empty if it does. */
    public List<String> reasons() {
        return answers.stream()
                .filter(answer -> !answer.pass())
                .map(answer -> "seed " + answer.seed() + ": " + answer.reason())
                .toList();
    }
}
