/**
 * Instruments that are played: what speaks a maker's protocol byte for byte and has a simulated cell behind it.
 *
 * <p>An {@link cellwright.instrument.emulation.Emulation} is found by {@link java.util.ServiceLoader}. It sets up a {@link
 * cellwright.instrument.emulation.Bench}: one cell in its press and chamber. On a bench stand {@link cellwright.instrument.emulation.Device}s, which
 * all touch the same cell: a potentiostat drives it, a press squeezes it, a thermometer sees it warm up. A device that speaks
 * over a line, a {@link cellwright.instrument.emulation.LineDevice}, is a {@link cellwright.instrument.emulation.FarEnd}: it is given bytes and the time, and gives bytes; who owns the bench puts it
 * on a pseudo-terminal or a socket. A {@link cellwright.instrument.emulation.ServerDevice} opens its own port, as an OPC UA server does.
 *
 * <p>Each device can be told to misbehave by {@link cellwright.instrument.emulation.Device#trick words}. Nothing here knows a thread
 * or a clock: the owner of the bench brings both.
 */
@NullMarked
package cellwright.instrument.emulation;

import org.jspecify.annotations.NullMarked;
