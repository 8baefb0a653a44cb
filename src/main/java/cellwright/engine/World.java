package cellwright.engine;

import java.util.Optional;

/**
 * Everything outside the engine: instruments, threads and the clock, or their simulation. Two methods; used by the
 * conductor's thread alone.
 */
public interface World {
    /**
     * Carries out a command. What comes of it arrives later through {@link #take()}; a failure arrives as
     * {@link Event.Failed}, never as an exception.
     *
     * <p>{@link Effect.Apply}, {@link Effect.Disconnect} and {@link Effect.Setpoint} are answered by
     * {@link Event.Acknowledged} with their number once the instrument has confirmed them, {@link Effect.MakeSafe} by
     * {@link Event.Safe}; the engine moves no set-point and begins no first step before. A channel's events come in the
     * order of their times, and a reading that comes after an answer was taken after it.
     *
     * <p>{@link Effect.Measure} is answered by {@link Event.SpectrumTaken} with its number, and nothing else; a reading
     * follows. Until then the analyser has the cell to itself: what is read meanwhile are whole readings of the cell, or
     * readings of the other instruments without voltage and current. {@link Effect.MakeSafe} does not wait for it: it ends
     * the measurement, which is then answered with the points there are, or not at all.
     */
    void perform(int channel, Effect.Command command);

    /** The next thing that happened, waiting for it if need be; empty if nothing will ever happen again. */
    Optional<Occurrence> take();

    /**
     * An event of a channel.
     *
     * @param channel the channel's number, from 0
     * @param event what happened
     */
    record Occurrence(int channel, Event event) {}
}
