package cellwright.line;

/** How the lines of an instrument end. */
public enum LineEnd {
    /** CR and LF, in this order and both. */
    CR_LF,
    /** CR or LF, whichever comes; empty lines are none, so that CR LF ends one line too. */
    CR_OR_LF
}
