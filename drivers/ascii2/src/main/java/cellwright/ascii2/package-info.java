/**
 * Climate and temperature chambers of Vötsch and Weiss over their ASCII-2 protocol.
 *
 * <p>Each chamber has numbers and digital channels of its own, and tells which: {@code Description} reads that text into a {@code
 * Layout}, by which a {@code State} is understood and an {@code Order} is written. An order tells the chamber everything at once, so all
 * that is not the temperature is told as the chamber says it has it. A {@code Thermostat} is what of it matters here, and {@link
 * cellwright.ascii2.ClimateChamber} is the instrument. Lines, deadlines and late answers are the business of {@code
 * cellwright.line}.
 */
@NullMarked
package cellwright.ascii2;

import org.jspecify.annotations.NullMarked;
