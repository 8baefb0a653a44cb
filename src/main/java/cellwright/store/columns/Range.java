package cellwright.store.columns;

/** The least and the greatest of numbers that are seen; NaN is passed over, and is both where there is nothing else. One thread. */
final class Range {
    private double least;
    private double most;

    Range() {
        clear();
    }

    void clear() {
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
    }

    void see(double value) {
        if (value < least) {
            least = value;
        }
        if (value > most) {
            most = value;
        }
    }

    /** A range in which both are NaN or neither. */
    void see(double low, double high) {
        if (low < least) {
            least = low;
        }
        if (high > most) {
            most = high;
        }
    }

    void see(double[] values, int from, int to) {
        double low = least;
        double high = most;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value < low) {
                low = value;
            }
            if (value > high) {
                high = value;
            }
        }
        least = low;
        most = high;
    }

    double least() {
        return least > most ? Double.NaN : least;
    }

    double most() {
        return least > most ? Double.NaN : most;
    }
}
