package cellwright.simulator;

/** What kind of cell sits in the rig, by the word of the setting {@code model}. */
enum Kind {
    /** Active material against a counter electrode. */
    PARTICLE("particle"),
    /** An electrolyte between blocking electrodes. */
    BLOCKING("blocking"),
    /** An electrolyte between two electrodes of lithium. */
    LITHIUM("lithium");

    /** What it is called in settings. */
    final String word;

    Kind(String word) {
        this.word = word;
    }

    /** What the answers say. */
    static Kind of(Answers answers) {
        for (Kind kind : values()) {
            if (kind.word.equals(answers.text("model"))) {
                return kind;
            }
        }
        throw answers.fault("model", "must be particle, blocking or lithium");
    }
}
