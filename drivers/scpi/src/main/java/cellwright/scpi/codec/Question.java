package cellwright.scpi.codec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something an instrument is asked, and how an answer to it is told from an answer to anything else: SCPI numbers no
 * answers, so their form is all there is.
 *
 * @param words the query, without line end
 * @param form understands the answer; empty for a line that is none
 */
public record Question<R>(String words, Function<String, Optional<R>> form) {
    /** Who it is. */
    public static final Question<Badge> WHO = new Question<>("*IDN?", Badge::of);
    /** The oldest entry of the error queue, which is taken out. */
    public static final Question<Trouble> TROUBLE = new Question<>(":SYST:ERR?", Trouble::of);

    private static final int LONGEST_WORD = 64;

    /** A question that is answered by one number. */
    public static Question<Double> number(String words) {
        return new Question<>(words, text -> Numeral.list(text, 1).map(List::getFirst));
    }

    /** A question that is answered by so many numbers. */
    public static Question<List<Double>> numbers(String words, int count) {
        return new Question<>(words, text -> Numeral.list(text, count));
    }

    /** A question that is answered by yes, 1, or no, 0. */
    public static Question<Boolean> flag(String words) {
        return new Question<>(words, text -> switch (text.strip()) {
            case "0" -> Optional.of(false);
            case "1" -> Optional.of(true);
            default -> Optional.empty();
        });
    }

    /** A question that is answered by a word, or words with commas; quotation marks are left out. */
    public static Question<String> word(String words) {
        return new Question<>(words, Question::wordOf);
    }

    private static Optional<String> wordOf(String text) {
        String bare = text.replace("\"", "").strip();
        boolean word = !bare.isEmpty() && bare.length() <= LONGEST_WORD && Character.isLetter(bare.charAt(0));
        return word && bare.matches("[A-Za-z0-9:,]+") ? Optional.of(bare) : Optional.empty();
    }
}
