package cellwright.store.columns;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a group of rows came to, column by column: the number of its first and its last row, the least and the greatest. NaN
 * is passed over for least and greatest; first and last are NaN where that row has no number. Whoever is given one must not
 * be the one who goes on filling it.
 */
public final class Spread {
    private static final int FACES = 4;

    private double[] numbers;
    private int columns;

    private Spread(double[] numbers, int columns) {
        this.numbers = numbers;
        this.columns = columns;
    }

    static Spread empty() {
        return new Spread(new double[16 * FACES], 0);
    }

    /** Takes a row in: so many columns, which may be more than before. */
    void see(double[] row, int count, boolean first) {
        if (count > columns) {
            grow(count);
        }
        for (int i = 0, at = 0; i < count; i++, at += FACES) {
            double value = row[i];
            if (first) {
                numbers[at] = value;
            }
            numbers[at + 1] = value;
            if (value < numbers[at + 2]) {
                numbers[at + 2] = value;
            }
            if (value > numbers[at + 3]) {
                numbers[at + 3] = value;
            }
        }
    }

    private void grow(int count) {
        if (count * FACES > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count * FACES);
        }
        for (int at = columns * FACES; at < count * FACES; at += FACES) {
            numbers[at] = Double.NaN;
            numbers[at + 1] = Double.NaN;
            numbers[at + 2] = Double.POSITIVE_INFINITY;
            numbers[at + 3] = Double.NEGATIVE_INFINITY;
        }
        columns = count;
    }

    Spread copy() {
        return new Spread(Arrays.copyOf(numbers, Math.max(FACES, columns * FACES)), columns);
    }

    /** The number of the first row. */
    public double first(int column) {
        return column < columns ? numbers[column * FACES] : Double.NaN;
    }

    /** The number of the last row. */
    public double last(int column) {
        return column < columns ? numbers[column * FACES + 1] : Double.NaN;
    }

    /** The least number; NaN if there is none. */
    public double least(int column) {
        return column < columns && numbers[column * FACES + 2] <= numbers[column * FACES + 3]
                ? numbers[column * FACES + 2]
                : Double.NaN;
    }

    /** The greatest number; NaN if there is none. */
    public double most(int column) {
        return column < columns && numbers[column * FACES + 2] <= numbers[column * FACES + 3]
                ? numbers[column * FACES + 3]
                : Double.NaN;
    }

    void pack(Packer into) {
        into.put(columns);
        for (int i = 0; i < columns * FACES; i++) {
            into.put(numbers[i]);
        }
    }

    static Spread unpack(ByteBuffer from) {
        int columns = from.getInt();
        double[] numbers = new double[Math.max(FACES, Math.min(columns, from.remaining()) * FACES)];
        for (int i = 0; i < columns * FACES; i++) {
            numbers[i] = from.getDouble();
        }
        return new Spread(numbers, columns);
    }
}
