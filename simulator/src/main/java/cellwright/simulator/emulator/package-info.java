/**
 * Instruments that speak their makers' protocols byte for byte, around a simulated cell; one package for each maker's language.
 *
 * <p>An {@link cellwright.simulator.emulator.EmulatedCell} answers what its terminals show under a current, what flows at a
 * voltage, and lets time pass. {@link cellwright.simulator.emulator.CircuitCell} is a small circuit of which every number is
 * known, {@link cellwright.simulator.emulator.ModelCell} a cell model of this module. The instruments know no driver, and no
 * clock: time is handed to them.
 *
 * <p>A {@link cellwright.simulator.emulator.Player} puts one instrument on a bench, and gives it the {@link
 * cellwright.simulator.emulator.MountedCell} that all instruments of the bench share: what the press does, the potentiostat feels.
 */
@NullMarked
package cellwright.simulator.emulator;

import org.jspecify.annotations.NullMarked;
