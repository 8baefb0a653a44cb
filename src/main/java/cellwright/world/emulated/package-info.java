/**
 * Emulated instruments on pseudo-terminals, sockets and ports of their own, so that the drivers of a real laboratory can talk to
 * them.
 *
 * <p>A {@link cellwright.world.emulated.Stage} owns one {@link cellwright.instrument.emulation.Bench} and the thread on which everything
 * of that bench happens. Each instrument that speaks over a line has an {@link cellwright.world.emulated.Outlet}: a
 * pseudo-terminal or a listening socket with a thread that reads. What was read is put into the stage's mailbox; the stage lets
 * the bench's time pass up to now, hands the bytes over, and sends what the instrument says when it says it; one that streams is
 * looked after at the instants at which it speaks, and nothing of it is held back until others knock. So a bench sees
 * one order of events, and a cell is never asked about two instants at once.
 *
 * <p>Several instruments may be on one line, as on a bus: each hears what is said to the others and by them.
 *
 * <p>An outlet can be pulled and put back, which a driver sees as an unplugged adapter.
 */
@NullMarked
package cellwright.world.emulated;

import org.jspecify.annotations.NullMarked;
