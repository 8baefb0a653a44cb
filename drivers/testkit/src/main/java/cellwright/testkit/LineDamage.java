package cellwright.testkit;

/** What can happen to the answer of an instrument that is talked to in lines, its line ends included. */
public enum LineDamage {
    /** Nothing comes. */
    LOST,
    /** Only the first half comes, and an end. */
    HALF,
    /** Only the first half comes, and what comes next is merged with it. */
    HALF_AND_MERGED,
    /** It comes twice. */
    DOUBLED,
    /** The answer before comes once more in front of it. */
    THE_ANSWER_BEFORE_AGAIN,
    /** A line of nonsense comes before. */
    GARBAGE_BEFORE,
    /** Bytes that cannot be printed come in the middle. */
    GARBAGE_INSIDE,
    /** An empty line comes before. */
    AN_EMPTY_LINE_BEFORE,
    /** Its line ends are the other ones. */
    OTHER_LINE_ENDS,
    /** The numbers are written with a decimal comma. */
    DECIMAL_COMMA,
    /** It comes, but too late; the text is as it was. */
    LATE;

    /** The answer as it arrives. */
    public String to(String answer, String before) {
        String head = answer.substring(0, answer.length() / 2);
        String rest = answer.substring(answer.length() / 2);
        return switch (this) {
            case LOST -> "";
            case HALF -> head + "\r\n";
            case HALF_AND_MERGED -> head;
            case DOUBLED -> answer + answer;
            case THE_ANSWER_BEFORE_AGAIN -> before + answer;
            case GARBAGE_BEFORE -> "\u00ff\u0000\u001b\u00fe\r\n" + answer;
            case GARBAGE_INSIDE -> head + "\u00ff\u0007" + rest;
            case AN_EMPTY_LINE_BEFORE -> "\r\n" + answer;
            case OTHER_LINE_ENDS -> answer.contains("\r\n") ? answer.replace("\r\n", "\n") : answer.replace('\r', '\n');
            case DECIMAL_COMMA -> answer.replace('.', ',');
            case LATE -> answer;
        };
    }
}
