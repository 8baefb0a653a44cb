package cellwright.protocol.exchange;

import java.util.Optional;

/** The languages of other programs. */
public enum ForeignFormat {
    /** JSON of aurora-unicycler. */
    UNICYCLER("unicycler", "aurora-unicycler JSON"),
    /** Sentences of PyBaMM experiments: one a line, or a JSON list of them. */
    PYBAMM("pybamm", "PyBaMM sentences"),
    /** Settings of EC-Lab and BT-Lab. */
    MPS("mps", "EC-Lab settings");

    private final String word;
    private final String title;

    ForeignFormat(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What a text seems to be; empty if it is nothing that is known. */
    static Optional<ForeignFormat> of(String text) {
        String start = text.stripLeading();
        if (start.startsWith("EC-LAB SETTING FILE") || start.startsWith("BT-LAB SETTING FILE")) {
            return Optional.of(MPS);
        }
        if (start.startsWith("{")) {
            return Optional.of(UNICYCLER);
        }
        boolean sentences = "[#\"'".indexOf(start.isEmpty() ? ' ' : start.charAt(0)) >= 0;
        boolean verb = start.matches("(?s)(?i)(charge|discharge|hold|rest)\\b(?! *:).*");
        return sentences || verb ? Optional.of(PYBAMM) : Optional.empty();
    }
}
