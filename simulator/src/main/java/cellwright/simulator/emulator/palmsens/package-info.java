/**
 * A PalmSens instrument down to its bytes, with a computed cell on its leads.
 *
 * <p>{@link cellwright.simulator.emulator.palmsens.EmulatedPalmSens} hears bytes at a time and says bytes at a time; it
 * has no clock of its own. What it hears are commands of the online protocol, and scripts: these are read into a
 * {@link cellwright.simulator.emulator.palmsens.Program}, with the instrument's own errors for what is wrong, and carried
 * out by an {@link cellwright.simulator.emulator.palmsens.Interpreter} in the time the caller lets pass. The front end
 * closes and opens the relay and measures an {@link cellwright.simulator.emulator.EmulatedCell}, a small circuit
 * or the cell models of this module. {@link cellwright.simulator.emulator.palmsens.Mischief} makes it misbehave.
 *
 * <p>It knows nothing of the driver it tests: it was written from the description of the protocol alone. Where that leaves
 * a gap (the order of lines when a script is stopped, whether an empty line follows an error), the module's README says
 * what was chosen. Everything here is for one thread at a time.
 */
@NullMarked
package cellwright.simulator.emulator.palmsens;

import org.jspecify.annotations.NullMarked;
