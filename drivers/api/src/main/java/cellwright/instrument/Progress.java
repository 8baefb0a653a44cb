package cellwright.instrument;

/** Told of each finished point of a long measurement, and asked whether to go on. */
@FunctionalInterface
public interface Progress {
    /** Called on the instrument's thread after each point; false ends the measurement early, keeping what there is. */
    boolean measured(Spectrum.Point point);
}
