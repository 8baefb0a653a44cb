/**
 * A pellet of solid electrolyte between two blocking electrodes: the cell that ionic and electronic conductivities are
 * measured with.
 *
 * <p>{@link cellwright.simulator.blocking.BlockingDesign} says what it is made of, {@link
 * cellwright.simulator.blocking.BlockingCell} steps it in time and linearises it. The default imitates the pellets of
 * Zhou et al., Nature Energy 7 (2022) 83. Units are SI, positive current charges.
 */
@NullMarked
package cellwright.simulator.blocking;

import org.jspecify.annotations.NullMarked;
