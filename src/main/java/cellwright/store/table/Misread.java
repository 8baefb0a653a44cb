package cellwright.store.table;

/** A data file is not what it should be. */
final class Misread extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * At a place.
     *
     * @param line from 1; 0 if the whole file is meant
     * @param column character from 1; 0 if the whole line is meant
     * @param message what is there, and what was expected
     */
    Misread(long line, int column, String message) {
        super(message);
        this.line = (int) Math.min(line, Integer.MAX_VALUE);
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
