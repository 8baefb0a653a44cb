/**
 * The laboratory as it is: instruments on wires, threads, a clock that nobody can stop.
 *
 * <p>One reading, told once. The world's only thread is the conductor's. When an instrument's tick is due, at an instant fixed
 * beforehand and not a period after the last, its {@link cellwright.world.real.Berth} hands a piece of work to the
 * {@link cellwright.world.real.Lane} of the instrument's link. There is one lane for each link, so that one request at a time is
 * under way on a bus, and a bus that hangs hangs alone. The lane asks the instrument and posts what came of it into the one
 * bounded mailbox; the conductor's thread takes it out, and the {@link cellwright.world.real.RealSeat} of the channel joins the
 * potentiostat's values with the latest of press, chamber and sensors into one reading, each with its quality.
 *
 * <p>Commands go ahead of samples, and making safe goes ahead of everything: commands of the channel that still wait are struck
 * out. An instrument is not asked for a reading before its last one has been judged, or a cell that is to be made safe would wait
 * for that reading. An instrument that is lost is tried again after 1, 2, 4 and up to 30 s, is asked for its serial number before it is told
 * anything, and is told first of all to make safe if that could not be delivered before. What does not come to rest is opened by
 * the channel's interlock, if it has one.
 *
 * <p>Several instruments on one link share its lane. One that did not answer last time is asked in its {@link
 * cellwright.world.real.Turns turn} with the others like it, so that nobody who answers pays for more than one of them; where it has to
 * be made safe again and again, that has its turn as well.
 *
 * <p>A spectrum keeps an analyser busy for minutes to hours, and its lane with it. Nothing on that lane is read meanwhile, nor
 * called lost for it; what lies on other lanes is read and judged as ever. Making safe breaks the measurement off at the next
 * byte the driver waits for. Where the analyser is an instrument of its own it is made safe as well, and the cell is safe once
 * both have said so. A simulated analyser goes on with its spectrum while it is read, so that every limit is kept.
 *
 * <p>Nothing here reads a clock or waits by itself: {@link cellwright.world.real.Lanes} do, on threads in a laboratory, by hand
 * in a test.
 */
@NullMarked
package cellwright.world.real;

import org.jspecify.annotations.NullMarked;
