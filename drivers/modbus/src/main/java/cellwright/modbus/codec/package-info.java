/**
 * Modbus as bytes: calls, answers, and the two ways to put them into frames.
 *
 * <p>A {@link cellwright.modbus.codec.Call} becomes the bytes of a request; on a serial line
 * {@link cellwright.modbus.codec.RtuState} puts unit and checksum around it and finds the answer among what comes back, on
 * TCP {@link cellwright.modbus.codec.MbapState} finds frames with their numbers. What a frame holds becomes an
 * {@link cellwright.modbus.codec.Answer}, or none if a single byte of it does not fit the call.
 *
 * <p>Everything here is pure and immutable: bytes in, next state out, no link and no clock. Any thread.
 */
@NullMarked
package cellwright.modbus.codec;

import org.jspecify.annotations.NullMarked;
