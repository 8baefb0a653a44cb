package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence taken apart.
 *
 * @param verb its first word
 * @param clauses the others, each with the word that leads it in
 */
record Sentence(Word verb, List<Clause> clauses) {
    /** The name of the clause in brackets. */
    static final String PERIOD = "period";

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final List<String> LEADING = List.of("at", "for", "until");

    /** Takes a text apart; places are known to the word unless it was changed by parameters or broken over lines. */
    static Sentence of(String text, Node.Scalar item) throws Misfit {
        List<Word> words = words(text, item);
        if (words.isEmpty()) {
            throw new Misfit("expected a step such as charge: C/5, found an empty text");
        }
        var clauses = new ArrayList<Clause>();
        int next = 1;
        while (next < words.size()) {
            next = clause(words, next, clauses);
        }
        return new Sentence(words.getFirst(), List.copyOf(clauses));
    }

    private static List<Word> words(String text, Node.Scalar item) {
        Place start = item.place();
        boolean exact = text.equals(item.text()) && text.indexOf('\n') < 0;
        int first = start.column() + (item.quoted() ? 1 : 0);
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            Place place = exact ? new Place(start.file(), start.line(), first + matcher.start()) : start;
            words.add(new Word(matcher.group(), place));
        }
        return words;
    }

    /** Takes the clause that begins at a word; returns where the next one begins. */
    private static int clause(List<Word> words, int at, List<Clause> clauses) throws Misfit {
        Word word = words.get(at);
        boolean or = word.text().equals("or");
        Word leading = or && at + 1 < words.size() ? words.get(at + 1) : word;
        if (word.text().startsWith("(")) {
            return period(words, at, clauses);
        }
        if (!LEADING.contains(leading.text())) {
            throw new Misfit(
                    leading.place(),
                    "\"" + leading.text() + "\" is not known here; expected at, for or until, as in "
                            + SentenceReader.FORMS);
        }
        int from = at + (or ? 2 : 1);
        int to = from;
        while (to < words.size() && !begins(words.get(to).text())) {
            to++;
        }
        add(leading.text(), leading.place(), words.subList(from, to), clauses);
        return to;
    }

    private static boolean begins(String word) {
        return LEADING.contains(word) || word.equals("or") || word.startsWith("(");
    }

    private static int period(List<Word> words, int at, List<Clause> clauses) throws Misfit {
        Word last = words.getLast();
        String told = text(words.subList(at, words.size()));
        if (!told.endsWith(" period)")) {
            throw new Misfit(
                    words.get(at).place(),
                    "\"" + told + "\" is not known here; expected for example (10 second period)");
        }
        var bare = new ArrayList<>(words.subList(at, words.size() - 1));
        bare.set(0, new Word(bare.getFirst().text().substring(1), words.get(at).place()));
        add(PERIOD, last.place(), bare, clauses);
        return words.size();
    }

    private static void add(String word, Place place, List<Word> words, List<Clause> clauses) throws Misfit {
        if (clauses.stream().anyMatch(clause -> clause.word().equals(word))) {
            throw new Misfit(
                    place,
                    "\"" + word
                            + "\" stands here a second time; a sentence has one of each, several ends are written as"
                            + " charge: C/5 with until: [..]");
        }
        if (words.isEmpty()) {
            throw new Misfit(
                    place, "nothing follows \"" + word + "\"; expected a sentence such as " + SentenceReader.FORMS);
        }
        clauses.add(new Clause(word, place, words.getFirst().place(), text(words)));
    }

    private static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    /** The clause of this word. */
    Optional<Clause> clause(String word) {
        return clauses.stream().filter(clause -> clause.word().equals(word)).findFirst();
    }

    /** A word and where it stands. */
    record Word(String text, Place place) {}

    /**
     * A part of a sentence.
     *
     * @param word what leads it in
     * @param keyword where that stands
     * @param place where what it says begins
     * @param text what it says
     */
    record Clause(String word, Place keyword, Place place, String text) {}
}
