/**
 * Handing on, behind the engine's back, what the journal holds.
 *
 * <p>A reading's second journey, told once. {@link cellwright.store.follow.Follower} reads an acknowledged event out of the
 * laboratory's journal. {@link cellwright.store.follow.RunStream} puts it through the same channel function that the engine
 * used, and out come the same rows, cycles and spectra, each with a wall-clock label that is its alone. An
 * {@link cellwright.store.follow.Outlet} takes them until it has a batch, and delivers. When the batch has arrived the
 * follower's place goes to disk, never before: after a crash the last batch is sent again, with the same labels, so that it
 * overwrites itself. After a restart the runs that had not ended at that place are replayed from their beginnings without being
 * sent; an outlet that counts events, as the columns do, listens ({@link cellwright.store.follow.Outlet#recall}) and takes what it lacks.
 *
 * <p>An outlet that takes nothing makes its follower wait, and nobody else: the journal is on disk anyway. How far behind
 * it is, in records, bytes and time, is in its {@link cellwright.store.follow.Standing}. Nothing here has a clock or a
 * thread; each step is told the time and says when it wants the next.
 */
@NullMarked
package cellwright.store.follow;

import org.jspecify.annotations.NullMarked;
