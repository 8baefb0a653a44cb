/**
 * A source-measure unit down to its bytes, with a computed cell on its leads: Keithley 2450, 2460 and 2400.
 *
 * <p>{@link cellwright.simulator.emulator.scpi.EmulatedSmu} hears bytes at a time and says bytes at a time; it has no clock of
 * its own. A line is cut into commands, each found in the tree of its family in long or short form, and carried out by a
 * source with its limit and its relay; what is wrong goes to the error queue, with the numbers of SCPI. Only questions are
 * answered. An output that is off is not a cell that is disconnected: in the off-state NORMAL, which these instruments have
 * after power-on, 0 V lie on the cell, and the emulated one loads it. So does a current source whose voltage limit lies below
 * the cell. {@link cellwright.simulator.emulator.scpi.Mischief} makes it misbehave.
 *
 * <p>It knows nothing of the driver it tests: it was written from the description of the protocol alone; what it does where
 * that leaves a gap is in the module's README. Everything here is for one thread at a time.
 */
@NullMarked
package cellwright.simulator.emulator.scpi;

import org.jspecify.annotations.NullMarked;
