/**
 * The append-only truth: every event of every channel, on disk before it has consequences.
 *
 * <p>One commit, told once. The conductor appends an event of channel 3 to the {@link cellwright.journal.JournalWriter}.
 * {@code EventCodec} puts it as a record into the open frame, behind the definitions of signals the segment has not seen
 * yet; the record's checksum is masked with the place it will have on disk, so that a block that turns up elsewhere is
 * damage and not data. The conductor calls commit: the frame's header is filled in, the frame goes to the segment file
 * in one write, and one fdatasync makes it durable. From then on the record is acknowledged. If the write or the sync
 * fails, the file is never trusted again: its end is given up, a new segment begins with a note that says so, the same
 * records are written there and synced, and an alarm goes up; if that fails too, {@code LogFailure} ends all driving.
 *
 * <p>One reading, told once. The {@link cellwright.journal.JournalReader} walks the segments in order, frame by frame,
 * and hands out the records whose checksums hold. What it cannot read it never skips in silence: a torn tail after a
 * power cut, a damaged middle, a missing segment each become a {@link cellwright.journal.Finding}, and reading goes on
 * at the next whole frame. Opening for writing after a crash copies what was torn or damaged into {@code quarantine/},
 * cuts the torn tail off, and goes on in a new segment.
 *
 * <p>Bytes depend on nothing but the sequence of appends and commits: no clock, no randomness. All numbers are little
 * endian.
 *
 * <pre>
 * segment  journal-000001.cwj := header(32) frame*
 * header   magic "CWJRNL\r\n", format version i32, segment number i32, first sequence i64, 0 i32, checksum i32
 * frame    magic i32, payload length i32, events i32, first sequence i64, checksum of these i32, record*   (at most 64 KB)
 * record   payload length u16, checksum i32, payload { channel u16, type u8, version u8, body }
 * </pre>
 */
@NullMarked
package cellwright.journal;

import org.jspecify.annotations.NullMarked;
