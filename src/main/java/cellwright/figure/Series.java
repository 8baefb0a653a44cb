package cellwright.figure;

/** Points that belong together, in their order. Pairs that are not numbers interrupt a line. Immutable, any thread. */
public final class Series {
    /** How points are drawn. */
    public enum Look {
        /** Joined by a line. */
        LINE,
        /** Joined by a broken line. */
        DASHES,
        /** A dot each. */
        POINTS,
        /** A ring each, for what is to be told from dots of the same colour. */
        RINGS
    }

    private final String name;
    private final Look look;
    private final int colour;
    private final double[] x;
    private final double[] y;

    /**
     * Copies the columns.
     *
     * @param name for the legend; empty to be left out of it
     * @param look how they are drawn
     * @param colour which of the colours, from 0; series of one colour belong together
     * @param x along the horizontal axis
     * @param y along the vertical one, as many
     * @throws IllegalArgumentException if they are not as many
     */
    public Series(String name, Look look, int colour, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "series \"" + name + "\" has " + x.length + " values along and " + y.length + " up");
        }
        this.name = name;
        this.look = look;
        this.colour = Math.floorMod(colour, Ink.COLOURS);
        this.x = x.clone();
        this.y = y.clone();
    }

    /** Points joined by a line. */
    public static Series line(String name, int colour, double[] x, double[] y) {
        return new Series(name, Look.LINE, colour, x, y);
    }

    /** A dot each. */
    public static Series points(String name, int colour, double[] x, double[] y) {
        return new Series(name, Look.POINTS, colour, x, y);
    }

    String name() {
        return name;
    }

    Look look() {
        return look;
    }

    int colour() {
        return colour;
    }

    int size() {
        return x.length;
    }

    double x(int index) {
        return x[index];
    }

    double y(int index) {
        return y[index];
    }
}
