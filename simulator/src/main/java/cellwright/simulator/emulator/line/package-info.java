/**
 * The wire that emulated instruments share.
 *
 * <p>{@link cellwright.simulator.emulator.line.LineInstrument} is an instrument that is talked to in lines of text: it gathers
 * commands from bytes and sends what the instrument says as bytes, at instants the caller gives, out of an {@link
 * cellwright.simulator.emulator.line.Outbox}. {@link cellwright.simulator.emulator.line.LineMischief} makes the wire silent,
 * late, foul, or one question behind; {@link cellwright.simulator.emulator.line.DriveMischief} adds what
 * one that drives a cell can do wrong, and the rest is added by the instrument. Everything here is
 * for one thread at a time.
 */
@NullMarked
package cellwright.simulator.emulator.line;

import org.jspecify.annotations.NullMarked;
