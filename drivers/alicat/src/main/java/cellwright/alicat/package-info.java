/**
 * Alicat pressure controllers, the dual-valve ones above all: they hold a gas pressure, on a cell or on the piston that presses it.
 *
 * <p>{@code Opening} asks who is there, where set-points come from, what is regulated and what a reading consists of; this
 * instrument tells that itself ({@code Layout}, {@code Column}), and a reading counts only if it fits to the character
 * ({@code Frame}). {@link cellwright.alicat.PressureController} reads and sets; {@code SetpointWatch} reads the set-point back
 * every ten seconds, since somebody at the front panel can change it, and the unit with it. A {@code Piston} turns gas
 * pressure into stack pressure. Lines, deadlines and late answers are the business of {@code cellwright.line}.
 */
@NullMarked
package cellwright.alicat;

import org.jspecify.annotations.NullMarked;
