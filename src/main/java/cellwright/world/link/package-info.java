/**
 * The wires: serial lines and sockets as {@link cellwright.instrument.Link}s, nothing known of what is said over them.
 *
 * <p>One connection, told once. The configuration gives an address, {@code serial:/dev/serial/by-id/usb-x?baud=230400} or
 * {@code tcp:192.0.2.7:502}; {@link cellwright.world.link.LinkAddress} reads it or says what is wrong with it. A
 * {@link cellwright.world.link.Switchboard}, one for each thread that talks, is the {@link cellwright.instrument.Host} of the
 * drivers on that thread: it opens the link, lends the same one to every instrument on the same bus, and forgets it as soon
 * as it is lost, so that who connects again gets a fresh one. A serial port object is never used twice: the name is looked
 * up anew each time, because a port object that is opened again may by then stand for another device.
 *
 * <p>A link is lost when the system reports an error, when it reports the end (-1), or when who talks over it hears nothing
 * for too long and closes it. Nobody is called back and no link starts a thread: reads wait on the thread that asks, in
 * slices, until a byte came or the deadline passed.
 */
@NullMarked
package cellwright.world.link;

import org.jspecify.annotations.NullMarked;
