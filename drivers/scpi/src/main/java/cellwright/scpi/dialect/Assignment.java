package cellwright.scpi.dialect;

import cellwright.scpi.codec.Numeral;

/**
 * One setting: how it is made, how it is read back, and what must come back.
 *
 * @param command without line end
 * @param query without line end
 * @param check what the answer must be
 */
public record Assignment(String command, String query, Check check) {
    /** A node of the command tree that is given a word. */
    static Assignment word(String node, String argument, Check check) {
        return new Assignment(node + ' ' + argument, node + '?', check);
    }

    /** A node that is given a number. */
    static Assignment number(String node, double value, Check check) {
        return word(node, Numeral.said(value), check);
    }

    /** A node that is switched on or off. */
    static Assignment flag(String node, boolean on) {
        return word(node, on ? "ON" : "OFF", new Check.Flag(on));
    }
}
