/**
 * Instruments that speak their makers' protocols byte for byte, around a simulated cell; one package for each maker's language.
 *
 * <p>A {@link cellwright.simulator.emulator.Player} makes one instrument, and gives it the {@link
 * cellwright.simulator.emulator.MountedCell} that all instruments of a bench share: what the press does, the potentiostat feels.
 */
@NullMarked
package cellwright.simulator.emulator;

import org.jspecify.annotations.NullMarked;
