/**
 * What emulated instruments share: the cell on their leads.
 *
 * <p>An {@link cellwright.simulator.emulator.EmulatedCell} answers what its terminals show under a current, what flows at a
 * voltage, and lets time pass. {@link cellwright.simulator.emulator.CircuitCell} is a small circuit of which every number is
 * known, {@link cellwright.simulator.emulator.ModelCell} a cell model of this module. The instruments themselves, down to
 * their bytes, have a package each; they know no driver, and no clock: time is handed to them.
 */
@NullMarked
package cellwright.simulator.emulator;

import org.jspecify.annotations.NullMarked;
