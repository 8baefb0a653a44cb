/**
 * What stands between a cell and the numbers people see of it: meters that are a little wrong, converters with steps, a
 * load cell that drifts, a chamber that overshoots, and mishaps.
 *
 * <p>The cell lives with the true values. {@link cellwright.simulator.instrument.CurrentMeter} and {@link
 * cellwright.simulator.instrument.VoltMeter} turn them into what the control loop sees (gain and offset, drawn once for a
 * channel from its seed within the specification) and, with noise and the steps of a {@link
 * cellwright.simulator.instrument.Converter} on top, into what is reported. The loop holds what it sees: a galvanostat
 * with an offset passes a current that is wrong by it and reports the right one.
 *
 * <p>All noise is a function of seed, quantity and time ({@link cellwright.simulator.instrument.Dice}, {@link
 * cellwright.simulator.instrument.Flicker}), never of the steps a simulation makes; the same holds for the {@link
 * cellwright.simulator.instrument.RegulatedChamber}, whose temperature is given in closed form. Nothing here knows the
 * simulated cell.
 */
@NullMarked
package cellwright.simulator.instrument;

import org.jspecify.annotations.NullMarked;
