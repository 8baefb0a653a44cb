/**
 * Figures that people in laboratories compare, as pure functions of what the engine counted and the instruments measured.
 *
 * <p>A number without its uncertainty settles no argument, so whatever is fitted comes back as an
 * {@link cellwright.analysis.Estimate}. Values that are not numbers are left out where a point is a point (a lost reading)
 * and refused where they make nonsense of the question (a pellet without a thickness): a refusal is an
 * {@link java.lang.IllegalArgumentException} that says what was expected. Nothing here reads a file or a clock; the only
 * randomness is a seeded choice of starting points, so the same data give the same answer.
 *
 * <p>{@code impedance} judges and fits spectra; {@code solid} makes material and device figures of fits, holds,
 * readings and pressure. An efficiency at a change of rate is none: {@link cellwright.analysis.RateMark} marks it, and
 * {@link cellwright.analysis.EfficiencyStatistics} leaves it out.
 */
@NullMarked
package cellwright.analysis;

import org.jspecify.annotations.NullMarked;
