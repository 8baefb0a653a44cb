package cellwright.protocol;

/**
 * Where in a text something stands.
 *
 * @param file the file's name as the user gave it
 * @param line from 1; 0 if the whole file is meant
 * @param column from 1; 0 if the whole line or file is meant
 */
public record Place(String file, int line, int column) {
    /** The whole file. */
    public static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
