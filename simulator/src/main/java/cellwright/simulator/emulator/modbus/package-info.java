/**
 * Modbus devices down to their bytes: a load-cell transmitter and two chamber controllers.
 *
 * <p>{@link cellwright.simulator.emulator.modbus.EmulatedModbus} hears requests in RTU or TCP frames and answers them from a
 * {@link cellwright.simulator.emulator.modbus.RegisterDevice}: the
 * {@link cellwright.simulator.emulator.modbus.EmulatedLoadCell} shows a force that the caller supplies, the
 * {@link cellwright.simulator.emulator.modbus.EmulatedEurotherm} and the
 * {@link cellwright.simulator.emulator.modbus.EmulatedWatlow} lead an {@link cellwright.simulator.emulator.modbus.Oven}, whose
 * air is a chamber of this module with ramp, overshoot and swing.
 * {@link cellwright.simulator.emulator.modbus.Mischief} makes a device misbehave. Nothing has a clock of its own.
 *
 * <p>It knows nothing of the driver it tests: it was written from the descriptions of protocol and registers alone.
 * Everything here is for one thread at a time.
 */
@NullMarked
package cellwright.simulator.emulator.modbus;

import org.jspecify.annotations.NullMarked;
