/**
 * How people and other programs on this machine talk to a running laboratory: one line to a socket in the laboratory's folder,
 * one line back.
 *
 * <p>One request, told once. {@code cellwright hold A1} connects to the socket, writes a line and waits; the file system lets
 * nobody else in but the user who runs the laboratory, and the system says who that is. A thread of its own reads the line within
 * its time, hands it to the {@link cellwright.world.control.ControlSocket.Answerer}, and writes what that answers. A client that
 * stalls costs one of a few threads for a few seconds and nothing else.
 */
@NullMarked
package cellwright.world.control;

import org.jspecify.annotations.NullMarked;
