/**
 * A laboratory that is not there: a cell in a press in a chamber on a potentiostat, behind the same driver API as real
 * hardware.
 *
 * <p>{@link cellwright.simulator.SimulatorDriver} reads settings and builds a {@link cellwright.simulator.VirtualRig}
 * around a {@link cellwright.simulator.cell.CellModel}. The rig is a potentiostat, a regulator of pressure and temperature,
 * and it has foresight: asked to advance, it lets the cell propose a step as long as the wanted accuracy allows, looks
 * whether a watch, a limit of its guard or a change of its own control loop lies inside, and if so proposes shorter steps
 * until the first of them sits at the step's end. Every step lasts a whole number of nanoseconds, so that times and
 * charges add up exactly.
 *
 * <p>{@link cellwright.simulator.VirtualAnalyser} measures the impedance of a cell that moves on meanwhile. The cell may
 * also be a {@link cellwright.simulator.blocking.BlockingCell} or a {@link cellwright.simulator.lithium.LithiumCell}.
 *
 * <p>The cell lives with true values. The {@link cellwright.simulator.Meter} shows them with the gain and offset of its
 * {@linkplain cellwright.simulator.instrument instruments}; limits, watches and the control loop go by what is shown, and a
 * reading carries noise and steps on top. Settings make the instruments ideal or real, and let them fail at set times. All
 * that is random is a function of the seed and the time, so a run repeats to the last digit.
 */
@NullMarked
package cellwright.simulator;

import org.jspecify.annotations.NullMarked;
