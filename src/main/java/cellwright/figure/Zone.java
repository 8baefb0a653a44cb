package cellwright.figure;

/**
 * What the curves should lie within: a horizontal stripe, or a line if both ends are alike.
 *
 * @param name for the legend
 * @param low lower end; negative infinity for none
 * @param high upper end; infinity for none
 */
public record Zone(String name, double low, double high) {
    /** A level. */
    public static Zone level(String name, double value) {
        return new Zone(name, value, value);
    }
}
