package cellwright.lab.reproduce;

/** What it says about a model that a row of the table is met. */
public enum Kind {
    /** A parameter was adjusted to this very number. */
    FITTED(
            "fitted",
            "a parameter of the model was adjusted to this very number. It shows that the chain works, not that"
                    + " the model predicts."),
    /** Chosen with this number in view. */
    IN_VIEW("in view", "the form of a law, or a table, was chosen with this number in view."),
    /** Came out. */
    PREDICTED("predicted", "neither; the number came out."),
    /** An input of the model. */
    INPUT("input", "the number is an input of the model; met is what instruments and analysis make of it."),
    /** The model could not do otherwise. */
    CONSTRUCTION(
            "by construction", "the model could not do otherwise; met is that runner and analysis do not spoil it."),
    /** A property of the program. */
    PROGRAM("program", "a promise of the program, whatever the cell.");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** In a word or two. */
    public String word() {
        return word;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
