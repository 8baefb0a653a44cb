/**
 * Register maps: a device described by a text, so that a new one needs no new driver.
 *
 * <p>{@link cellwright.modbus.map.MapReader} reads the YAML of a map, refuses what cannot be meant, with file, line and
 * column, and gives a {@link cellwright.modbus.map.RegisterMap}: {@link cellwright.modbus.map.IdentityItem}s that tell the
 * device from others, {@link cellwright.modbus.map.Field}s that are read each time, each with a
 * {@link cellwright.modbus.map.Spot} where its number lies and a {@link cellwright.modbus.map.Scaling} to SI, and
 * {@link cellwright.modbus.map.Setpoint}s that can be written. The map also knows which calls read all of that.
 *
 * <p>Everything here is pure: text in, map out; registers in, samples out. The words of a map are in the module's README.
 */
@NullMarked
package cellwright.modbus.map;

import org.jspecify.annotations.NullMarked;
