/**
 * The wire that emulated instruments share which are talked to in lines of text.
 *
 * <p>{@link cellwright.simulator.emulator.line.EmulatedLine} gathers commands from bytes and sends answers as bytes, at
 * instants the caller gives; what is behind it is a function from a command to an answer. {@link
 * cellwright.simulator.emulator.line.LineMischief} makes the wire silent, late, foul, or one question behind; what an
 * instrument itself can do wrong is the instrument's. Everything here is for one thread at a time.
 */
@NullMarked
package cellwright.simulator.emulator.line;

import org.jspecify.annotations.NullMarked;
