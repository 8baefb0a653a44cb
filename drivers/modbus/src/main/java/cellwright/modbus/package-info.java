/**
 * Devices with Modbus registers, over RTU or TCP: load-cell transmitters, chamber controllers, anything a register map
 * describes.
 *
 * <p>A reading's way, told once. {@link cellwright.modbus.ModbusDriver} reads the map (package {@code map}), borrows a link,
 * asks the device's identity and makes a {@link cellwright.modbus.Meter}, or a {@link cellwright.modbus.Controller} if the map has
 * set-points. Asked to read, that sends the few calls the map needs (package {@code codec}), puts the registers together and
 * tells each field as a sample with its quality. A set-point is written only if the device holds another one, once, and read
 * back. After any failure the identity is asked before anything else: its answer has a length of its own, so no late answer
 * can be taken for it, and a swapped cable is noticed.
 *
 * <p>One request is under way at a time, every exchange has one deadline, and no thread is started. All classes are for the one
 * thread of the link. Wiring, settings, the words of a map and sources are in the README.
 */
@NullMarked
package cellwright.modbus;

import org.jspecify.annotations.NullMarked;
