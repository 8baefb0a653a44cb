/**
 * A climate chamber that speaks ASCII-2, down to its bytes, with computed air.
 *
 * <p>{@link cellwright.simulator.emulator.ascii2.EmulatedChamber} describes itself in the grammar of real ones
 * ({@link cellwright.simulator.emulator.ascii2.ChamberProfile}) and answers by that; it knows nothing of the driver it
 * tests. Besides what the wire can do wrong it can be switched off or turned at its panel, acknowledge without obeying, know
 * no gradients, have an open sensor, or be another one.
 */
@NullMarked
package cellwright.simulator.emulator.ascii2;

import org.jspecify.annotations.NullMarked;
