package cellwright.store.table;

/**
 * What a column of a file becomes.
 *
 * @param index which cell of a line, from 0
 * @param label the label it gets, {@code Quantity / unit}
 * @param divisor what its numbers are divided by, for that unit
 * @param reading how its text is read
 */
record Heading(int index, String label, double divisor, Reading reading) {
    /** How a text is read. */
    enum Reading {
        /** A number. */
        NUMBER,
        /** Hours, minutes, seconds. */
        CLOCK,
        /** A date with its time of day, without a zone, taken for UTC. */
        DATE,
        /** A number, or NaN where the instrument writes that it has none. */
        NUMBER_OR_NONE,
        /** The name of a step in the instrument's program: a number, or NaN if it is a word. */
        NAME
    }

    static Heading number(int index, String label) {
        return new Heading(index, label, 1, Reading.NUMBER);
    }

    double value(String cell, long line, int column) throws Misread {
        return switch (reading) {
            case NUMBER -> CellText.number(cell, line, column) / divisor;
            case CLOCK -> CellText.clock(cell, line, column);
            case DATE -> DateText.unixSeconds(cell, line, column);
            case NAME -> CellText.isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
            case NUMBER_OR_NONE ->
                cell.equalsIgnoreCase("nan") || cell.equals("XXX")
                        ? Double.NaN
                        : CellText.number(cell, line, column) / divisor;
        };
    }
}
