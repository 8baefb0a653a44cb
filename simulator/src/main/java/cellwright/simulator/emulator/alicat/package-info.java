/**
 * An Alicat dual-valve pressure controller down to its bytes, with a volume of gas behind it.
 *
 * <p>{@link cellwright.simulator.emulator.alicat.EmulatedAlicat} answers as published descriptions of the protocol show; it
 * knows nothing of the driver it tests. Besides what the wire can do wrong it can take its set-point from the analog input,
 * acknowledge without obeying, be changed at its front panel, hold its valves, raise flags, lose power, or be another one.
 */
@NullMarked
package cellwright.simulator.emulator.alicat;

import org.jspecify.annotations.NullMarked;
