/**
 * How a soft short of a lithium cell is recognised: one rule, for the run that must stop and for whoever looks at its data later.
 *
 * <p>A filament that bridges the electrolyte conducts beside the ions. At a constant current the resistance |V|/|I| falls, or
 * the voltage turns erratic, or from one spectrum to the next the real part at low frequency collapses. Reading by reading a
 * {@link cellwright.engine.shorts.ShortWatch} follows these three by the numbers of a
 * {@link cellwright.engine.shorts.ShortDetector}; the first that breaks its rule is a
 * {@link cellwright.engine.shorts.ShortAlarm}, and stays.
 *
 * <p>The rule is made for symmetric lithium cells. At the very end of a discharge the voltage of any other cell may fall by as
 * much without a short. Pure values: no clock, no file, the same readings always give the same answer.
 */
@NullMarked
package cellwright.engine.shorts;

import org.jspecify.annotations.NullMarked;
