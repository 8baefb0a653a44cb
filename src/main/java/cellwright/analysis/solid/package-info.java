/**
 * The figures of solid electrolytes and solid-state cells.
 *
 * <p>A pellet's story: its blocking spectrum becomes a resistance, with the {@link cellwright.analysis.solid.Pellet} a
 * conductivity ({@link cellwright.analysis.solid.BlockingConductivity}); conductivities at several temperatures become an
 * activation energy ({@link cellwright.analysis.solid.Arrhenius}), which depends on whether sigma or sigma T is plotted, so both
 * are given; steady currents at several potentials become its electronic conductivity
 * ({@link cellwright.analysis.solid.ElectronicConductivity}). A held cell leaks, and
 * {@link cellwright.analysis.solid.HoldCurrent} says how much, or that the hold was too short to tell.
 *
 * <p>A symmetric lithium cell's story: reading by reading a {@link cellwright.engine.shorts.ShortWatch} looks for a soft short,
 * in the run itself or afterwards, and the half-cycles before it make a {@link cellwright.analysis.solid.CriticalCurrent}. A cell in a stiff press breathes
 * ({@link cellwright.analysis.solid.PressureBreath}) and does not give all of it back
 * ({@link cellwright.analysis.solid.PressureDrift}).
 *
 * <p>SI units inside: siemens per metre (1 S/m = 10 mS/cm), amperes per square metre (10 A/m² = 1 mA/cm²), pascals, kelvin.
 * Positive current charges the cell.
 */
@NullMarked
package cellwright.analysis.solid;

import org.jspecify.annotations.NullMarked;
