/**
 * What a cell does with a small alternating current, and what a constant-phase element does in time.
 *
 * <p>The story: an {@link cellwright.simulator.impedance.Impedance} gives one {@link
 * cellwright.simulator.impedance.Complex} resistance per angular frequency. {@link
 * cellwright.simulator.impedance.Element} holds the usual ones in closed form and joins them in series and in parallel.
 * A model that steps in time and one that answers in frequency must be the same model; two classes see to that. {@link
 * cellwright.simulator.impedance.ConstantPhaseChain} turns a constant-phase element, which has no state of finite size,
 * into a chain of resistors and capacitors that can be stepped exactly, and {@link
 * cellwright.simulator.impedance.DiffusionResponse} answers in frequency with the very matrices a particle is stepped
 * with. A cell that can be linearised where it stands is {@link cellwright.simulator.impedance.Linearised}.
 *
 * <p>Angular frequency is in rad/s throughout, resistance in ohm, Z = Z' + jZ'' with capacitive Z'' below 0, and positive
 * current charges. Nothing here knows of cells, instruments or clocks.
 */
@NullMarked
package cellwright.simulator.impedance;

import org.jspecify.annotations.NullMarked;
