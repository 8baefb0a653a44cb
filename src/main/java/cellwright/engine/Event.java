package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Program;

/**
 * What happened on a channel: the engine's only input, and what the journal keeps. Every event carries its time, in
 * monotonic nanoseconds; wall clocks are labels and appear only in {@link Started}.
 */
public sealed interface Event {
    /** When it happened, monotonic nanoseconds; never less than the event before it on the same channel. */
    long atNanos();

    /**
     * A run begins.
     *
     * @param atNanos when
     * @param runId the run's name, also of its folder
     * @param program what to execute; the journal keeps its hash, the run's folder the snapshot
     * @param unixNanos wall-clock label of {@code atNanos}, nanoseconds since 1970 UTC
     */
    record Started(long atNanos, String runId, Program program, long unixNanos) implements Event {}

    /** The channel was read. */
    record Measured(Reading reading) implements Event {
        @Override
        public long atNanos() {
            return reading.atNanos();
        }
    }

    /** The alarm clock set by {@link Effect.WakeAt} went off. */
    record Due(long atNanos) implements Event {}

    /**
     * No reading came for the silence time of the {@link SamplingPlan}.
     *
     * @param atNanos when this was noticed
     * @param sinceNanos the last instant a reading vouched for
     */
    record Silent(long atNanos, long sinceNanos) implements Event {}

    /**
     * An instrument or its link failed.
     *
     * @param atNanos when
     * @param message which instrument, what happened, what to do
     */
    record Failed(long atNanos, String message) implements Event {}

    /**
     * An instrument acknowledged a command.
     *
     * @param atNanos when
     * @param order the command's number within the run
     */
    record Acknowledged(long atNanos, long order) implements Event {}

    /**
     * The analyser answered {@link Effect.Measure}. One that was ended early has fewer points.
     *
     * @param atNanos when the answer came
     * @param order the command's number within the run
     * @param spectrum what was measured, at most {@link #POINTS_MAX} points
     */
    record SpectrumTaken(long atNanos, long order, Spectrum spectrum) implements Event {
        /** So many points fit into one record of the journal. */
        public static final int POINTS_MAX = 2_500;

        /** Refuses a spectrum that the journal could not keep. */
        public SpectrumTaken {
            if (spectrum.points().size() > POINTS_MAX) {
                throw new IllegalArgumentException("a spectrum has at most " + POINTS_MAX + " points, got "
                        + spectrum.points().size());
            }
        }
    }

    /** The potentiostat acknowledged {@link Effect.MakeSafe}; the cell is at rest only once a reading confirms it. */
    record Safe(long atNanos) implements Event {}

    /**
     * Somebody asks for something.
     *
     * @param atNanos when
     * @param request what
     * @param by who, for the record
     */
    record Asked(long atNanos, Request request, String by) implements Event {}

    /**
     * The engine came back after it had been gone.
     *
     * @param atNanos when it came back
     * @param lastNanos the last event it knew of; what lies between is a gap of the run
     */
    record Recovered(long atNanos, long lastNanos) implements Event {}

    /** What an operator may ask of a channel. */
    enum Request {
        /** Go to rest and wait. */
        HOLD,
        /** Go on where it was. */
        RESUME,
        /** End the running step now and go on with the next. */
        SKIP,
        /** Go to rest and end the run. */
        STOP
    }
}
