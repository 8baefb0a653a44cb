/**
 * The heart: what a channel does next, decided without a clock, a thread, a file or a die.
 *
 * <p>One exchange, told once. The world hands the {@link cellwright.engine.Conductor} an
 * {@link cellwright.engine.Event}: channel 3 was read at 81.2 s, 4.3000004 V. The conductor appends it to the
 * {@link cellwright.engine.EventLog} and asks {@link cellwright.engine.Channel}, a pure function, what follows from
 * it in the present {@link cellwright.engine.ChannelState}. The channel judges limits first; then whether the step has
 * what it wanted; then whether the reading is kept. It answers with the next state and a list of
 * {@link cellwright.engine.Effect}s: a row to record, the step's end, the next control. Before a command that changes
 * the cell is handed to the world, the log is committed, so that the intent is durable; a command that makes the cell
 * safe waits for nothing.
 *
 * <p>A spectrum is a command too, and its answer takes its time: {@link cellwright.engine.Effect.Measure} is given to a cell that
 * was seen at rest or at its hold, {@link cellwright.engine.Event.SpectrumTaken} answers it, and until then nothing is commanded
 * but to make the cell safe.
 *
 * <p>Because time is an argument, the same code runs on hardware and in simulation, a crash is survived by replaying
 * the log and dropping the commands, and any instant can be tested.
 */
@NullMarked
package cellwright.engine;

import org.jspecify.annotations.NullMarked;
