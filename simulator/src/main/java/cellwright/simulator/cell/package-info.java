/**
 * The cell itself: what a solid-state battery does with a current, without any instrument around it.
 *
 * <p>The story of one step: a {@link cellwright.simulator.cell.Drive} says what the circuit imposes (amperes, volts or
 * watts); {@link cellwright.simulator.cell.ParticleCell} asks its {@link cellwright.simulator.cell.Surroundings} for
 * temperature and stack pressure and moves lithium through its {@link cellwright.simulator.cell.Cathode}: one {@link
 * cellwright.simulator.cell.Node} with a {@link cellwright.simulator.cell.Particle} that stands for all of it, or several
 * along a {@link cellwright.simulator.cell.Ladder} through its depth. Where interfaces store charge in time, a node is a
 * {@link cellwright.simulator.cell.LayeredNode} with a {@link cellwright.simulator.cell.DoubleLayer} beside its surface. {@link cellwright.simulator.cell.Terminals} add
 * what goes {@link cellwright.simulator.cell.Astray} in an ageing cell and find voltage and current; its {@link
 * cellwright.simulator.cell.Body} warms and swells. The step is a proposal, with an estimate of its error, until it is
 * accepted.
 *
 * <p>A solid electrolyte whose only mobile ion is Li+ carries no salt gradient, so the porous-electrode model of Doyle,
 * Fuller and Newman (J. Electrochem. Soc. 140 (1993) 1526) loses its electrolyte diffusion equation: what remains is a
 * particle and ohmic resistances. The parameter sets imitate the cells of Zhou et al., Nature Energy 7 (2022) 83; they
 * are illustrative and tuned to published headline numbers, not measured.
 *
 * <p>Sign: positive current charges the cell, everywhere, also in the equations. Most of the literature writes the
 * opposite; the one place where the sign meets matter is the flux at the particle's surface, where a charging current
 * takes lithium out. Units are SI, energies of activation in eV. Nothing here is thread-safe unless it is immutable.
 */
@NullMarked
package cellwright.simulator.cell;

import org.jspecify.annotations.NullMarked;
