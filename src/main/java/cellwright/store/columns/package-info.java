/**
 * A run's rows as columns, to be looked at: an index beside the journal that may be thrown away and made again.
 *
 * <p>One row, told once. A follower plays the journal through the engine and hands each event with what followed from it
 * to {@link cellwright.store.columns.Ingest}. A row goes, number by number, to the end of a file for each quantity; every
 * {@value cellwright.store.columns.Layout#BLOCK} rows a column's block is full, and its least, greatest, first and last
 * value of every {@value cellwright.store.columns.Layout#STRIP} rows go to the index beside it, with the checksum of the
 * block. Steps and cycles that are over, and spectra, go into the book. A commit forces all of that and then writes one
 * mark: so many rows, up to this event of the run, these checksums of the blocks not yet full, this step and this cycle
 * still open. What is behind the last mark does not exist: it is cut off when the store is opened to go on, and the
 * follower, which begins at the mark's event, brings it again. That is all there is to crashes.
 *
 * <p>One question, told once. {@link cellwright.store.columns.ColumnStore} looks at the last mark and answers for the rows
 * up to it: a plot from strips, blocks and spans of blocks, so that a picture of ten million rows touches a few thousand
 * numbers; a summary from the book. Each block is held against its checksum whenever it is read. What does not hold is
 * {@link cellwright.store.columns.StoreDamaged}, never a number; the answer to it is to build the store again.
 *
 * <p>One life, told once. While a laboratory is served, {@link cellwright.store.columns.ColumnOutlet} is the end of a follower
 * that brings the events of all its runs. An event has the same number in the run whoever brings it, so that a rebuild and a
 * follower make the same files, each can go on where the other stopped, and what is brought twice counts once. After a start the
 * follower tells the runs that had not ended again from their beginnings, and what lies behind the mark is all that is taken in;
 * when columns were damaged or deleted while they were fed, the outlet asks for the same ({@link
 * cellwright.store.follow.Outlet.Delivery.Again}) and makes them anew. A full disk is the follower's trouble alone. The columns of a sealed
 * run that somebody deleted stay deleted. It commits once a second, and with more than eight runs less often, an eighth of a second
 * for each, because every commit forces some twenty files on the disk that the journal is written to.
 *
 * <p>Threads: one {@code Ingest} a folder, used by one thread, kept apart from others by a lock. Any number of
 * {@code ColumnStore}s in any process, each used by one thread; none of them ever waits for the writer or makes it wait.
 * Files are little endian and only ever appended to; places are relative to the folder, which can be moved.
 *
 * <pre>
 * 03-voltage.cwc   header(256) number*                                      a column, from its first row on
 * 03-voltage.cwi   header(256) ( strip{first,last,least,most}*64 block{least,most,checksums} )*   and a span every 64 blocks
 * book.cwb         frame*      origin, columns, closed steps and cycles, figures of cycles, spectra
 * marks-000001.cwm frame*      marks; the last whole one counts
 * frame            length i32, checksum i32, body
 * </pre>
 */
@NullMarked
package cellwright.store.columns;

import org.jspecify.annotations.NullMarked;
