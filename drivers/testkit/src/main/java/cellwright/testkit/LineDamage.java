package cellwright.testkit;

/** What can happen to the answer of an instrument that is talked to in lines, its line ends included. */
public enum LineDamage {
    /** Nothing comes. */
    LOST,
    /** Only the first half comes, and an end. */
    HALF,
    /** Only the first half comes, and what comes next is merged with it. */
    HALF_AND_MERGED,
    /** It comes without its end, and what comes next is merged with it. */
    MERGED_WITH_THE_NEXT,
    /** It comes twice. */
    DOUBLED,
    /** The answer before comes once more in front of it. */
    THE_ANSWER_BEFORE_AGAIN,
    /** An answer to a question that was not asked comes in front of it. */
    ANSWER_TO_ANOTHER_QUESTION,
    /** A line of nonsense comes before. */
    GARBAGE_BEFORE,
    /** Bytes that cannot be printed come in the middle. */
    GARBAGE_INSIDE,
    /** A byte in the middle is lost. */
    A_BYTE_LESS,
    /** An empty line comes before. */
    AN_EMPTY_LINE_BEFORE,
    /** Its line ends are other ones. */
    OTHER_LINE_ENDS,
    /** Its last line ends in LF and CR, whatever it should end in. */
    BOTH_LINE_ENDS,
    /** The numbers are written with a decimal comma. */
    DECIMAL_COMMA,
    /** The three bytes come before by which text editors mark UTF-8. */
    BYTE_ORDER_MARK,
    /** It comes, but too late; the text is as it was. */
    LATE;

    /**
     * The answer as it arrives.
     *
     * @param before the answer before
     * @param end what a line ends in that takes the place of an answer
     * @param another an answer to a question that was not asked, line end included
     */
    String to(String answer, String before, String end, String another) {
        String head = answer.substring(0, answer.length() / 2);
        String rest = answer.substring(answer.length() / 2);
        return switch (this) {
            case LOST -> "";
            case HALF -> head + end;
            case HALF_AND_MERGED -> head;
            case MERGED_WITH_THE_NEXT -> answer.stripTrailing();
            case DOUBLED -> answer + answer;
            case THE_ANSWER_BEFORE_AGAIN -> before + answer;
            case ANSWER_TO_ANOTHER_QUESTION -> another + answer;
            case GARBAGE_BEFORE -> "\u00ff\u0000\u001b\u00fe" + end + answer;
            case GARBAGE_INSIDE -> head + "\u00ff\u0007" + rest;
            case A_BYTE_LESS -> head + (rest.length() > 1 ? rest.substring(1) : rest);
            case AN_EMPTY_LINE_BEFORE -> end + answer;
            case OTHER_LINE_ENDS -> withOtherEnds(answer);
            case BOTH_LINE_ENDS -> answer.stripTrailing() + "\n\r";
            case DECIMAL_COMMA -> answer.replace('.', ',');
            case BYTE_ORDER_MARK -> "\u00ef\u00bb\u00bf" + answer;
            case LATE -> answer;
        };
    }

    private static String withOtherEnds(String answer) {
        if (answer.contains("\r\n")) {
            return answer.replace("\r\n", "\n");
        }
        return answer.contains("\r") ? answer.replace('\r', '\n') : answer.replace("\n", "\r\n");
    }
}
