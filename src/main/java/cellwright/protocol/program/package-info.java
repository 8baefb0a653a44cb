/**
 * A protocol bound to one cell and one bench: nothing but SI numbers, ready for the engine.
 *
 * <p>Every voltage is a cell voltage, every current is in amperes with positive charging, every time is in nanoseconds.
 * The operations mirror the protocol's steps one to one, and each carries the path of the step it came from, so that a
 * table, an event or an alarm can say which line of the file it speaks of.
 */
@NullMarked
package cellwright.protocol.program;

import org.jspecify.annotations.NullMarked;
