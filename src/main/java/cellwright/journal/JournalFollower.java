package cellwright.journal;

import cellwright.engine.Event;
import cellwright.journal.Unfinished.Judged;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal on behind its writer, of this process or another, and hands out only what survives a power cut
 * (decision 20). Changes nothing on disk, takes no lock, and waits where the writer may still be writing. One thread.
 *
 * <p>A frame is known to be durable if the writer says so, or if something was written behind it: a byte in its
 * segment, or a frame of a later segment that does not give it up. No writer writes on before the frame ahead is synced.
 */
public final class JournalFollower implements Closeable {
    private final Disk disk;
    private final Path directory;
    private final Programs programs;
    private final Supplier<Optional<Acknowledged>> writer;
    private final Unfinished later;
    private final SignalIndex signals = new SignalIndex();
    private final Deque<Followed> found = new ArrayDeque<>();

    private int number;
    private @Nullable SegmentReader segment;
    private long expected;
    private int eventInFrame;
    /** Where bytes began that are no records; negative if there are none. */
    private long badFrom = -1;

    private JournalFollower(
            Disk disk, Path directory, int fromSegment, Programs programs, Supplier<Optional<Acknowledged>> writer) {
        this.disk = disk;
        this.directory = directory;
        this.programs = programs;
        this.writer = writer;
        this.later = new Unfinished(disk, directory);
        this.number = fromSegment - 1;
    }

    /**
     * Follows a journal from a segment on. Nothing is opened before {@link #next()}.
     *
     * @param fromSegment the first segment of interest, from 1; if it is not there, the first one behind it
     * @param programs finds the program of a run
     * @param writer how far the writer says it is, if who follows can ask it; otherwise the last frame is handed out
     *     only when another one follows
     */
    public static JournalFollower open(
            Disk disk, Path directory, int fromSegment, Programs programs, Supplier<Optional<Acknowledged>> writer) {
        return new JournalFollower(disk, directory, Math.max(1, fromSegment), programs, writer);
    }

    /**
     * Goes to what comes next. After {@link Followed.Level} it may be asked again, whenever; after {@link Followed.Gone}
     * this follower is of no use any more.
     *
     * @throws JournalRefused if going on could mean misreading: a newer program wrote this, or a program is missing
     * @throws IOException if the disk fails
     */
    public Followed next() throws IOException {
        while (true) {
            Followed waiting = found.poll();
            if (waiting != null) {
                return waiting;
            }
            SegmentReader current = segment;
            Optional<Followed> came =
                    current == null ? enterSegment() : current.inFrame() ? takeRecord(current) : enterFrame(current);
            if (came.isPresent()) {
                return came.get();
            }
        }
    }

    /** Bytes behind the follower in the journal's files, as they are now. */
    public long bytesBehind() throws IOException {
        SegmentReader current = segment;
        long own = current == null ? 0 : Math.max(0, current.size() - current.cursor());
        return own + later.bytesBehind(number);
    }

    private Optional<Followed> enterSegment() throws IOException {
        Optional<Integer> next = later.after(number);
        if (next.isEmpty()) {
            return Optional.of(expected == 0 ? new Followed.Level() : levelOrGone());
        }
        tellOfMissing(next.get());
        SegmentReader reader =
                SegmentReader.growing(disk.open(directory.resolve(Layout.segmentName(next.get()))), next.get());
        reader.limitTo(reader.size());
        segment = reader;
        number = next.get();
        signals.clear();
        switch (reader.header()) {
            case SegmentHeader.Whole whole -> arrive(whole.firstSequence());
            case SegmentHeader.Newer newer ->
                throw JournalRefused.newer("segment format " + newer.version()).at(number, 0);
            case SegmentHeader.Broken ignored -> {
                badFrom = 0;
                reader.moveTo(0);
            }
        }
        return Optional.empty();
    }

    private void tellOfMissing(int next) throws IOException {
        for (int missing = number + 1; expected > 0 && missing < next; missing++) {
            if (!later.neverUsed(missing, next)) {
                found.add(new Followed.Hurt(new Finding.MissingSegment(missing, expected, -1)));
            }
        }
    }

    private void arrive(long sequence) {
        if (expected > 0 && sequence > expected) {
            found.add(new Followed.Hurt(new Finding.SequenceGap(number, expected, sequence - expected)));
        }
        expected = Math.max(expected, sequence);
    }

    private void leaveSegment(SegmentReader current) throws IOException {
        current.close();
        segment = null;
    }

    /** Opens the frame at the cursor if it is durable; nothing if there is more to look at. */
    private Optional<Followed> enterFrame(SegmentReader current) throws IOException {
        long at = current.cursor();
        if (badFrom < 0 && current.openFrame(at)) {
            if (current.frameEnd() < current.limit()) {
                return begin(current);
            }
            current.moveTo(at);
        }
        Optional<Acknowledged> word = writer.get();
        Judged judged = later.judge(number, word.map(Acknowledged::segment).orElse(0));
        long size = current.size();
        if (size < at) {
            return Optional.of(gone(Layout.segmentName(number) + " is shorter than what was read of it"));
        }
        current.limitTo(Math.max(at, Math.min(size, judged.goodBytes())));
        return badFrom < 0 ? enterLastFrame(current, judged, word) : passBadBytes(current, judged);
    }

    private Optional<Followed> begin(SegmentReader current) {
        eventInFrame = 0;
        if (current.events() > 0) {
            arrive(current.firstSequence());
        }
        return Optional.empty();
    }

    /** The frame at the cursor is the last one there is, or there is none. */
    private Optional<Followed> enterLastFrame(SegmentReader current, Judged judged, Optional<Acknowledged> word)
            throws IOException {
        long at = current.cursor();
        if (current.openFrame(at)) {
            if (judged.isLeft() || current.frameEnd() < current.limit() || isSaid(current, word)) {
                return begin(current);
            }
            current.moveTo(at);
            return Optional.of(levelOrGone());
        }
        if (judged.isLeft() && at == current.limit()) {
            leaveSegment(current);
            return Optional.empty();
        }
        if (judged.isLeft() || current.limit() - at > Layout.FRAME_MAX) {
            badFrom = at;
            return Optional.empty();
        }
        return Optional.of(levelOrGone());
    }

    private boolean isSaid(SegmentReader current, Optional<Acknowledged> word) {
        long last = current.firstSequence() + current.events() - 1;
        return current.frameEnd() <= current.limit()
                && word.filter(told -> told.segment() == number && told.sequence() >= last)
                        .isPresent();
    }

    /** Looks behind bytes that are no records for the next whole frame, which may still come. */
    private Optional<Followed> passBadBytes(SegmentReader current, Judged judged) throws IOException {
        long resume = current.search(badFrom + 1);
        if (resume < 0 && !judged.isLeft()) {
            return Optional.of(levelOrGone());
        }
        long until = resume < 0 ? current.limit() : resume;
        found.add(new Followed.Hurt(
                resume < 0 && judged.isWhole()
                        ? new Finding.TornTail(number, badFrom, until - badFrom)
                        : new Finding.Damaged(number, badFrom, until, expected, -1, "there is no whole record")));
        badFrom = -1;
        current.moveTo(until);
        return Optional.empty();
    }

    private Followed levelOrGone() throws IOException {
        return later.has(number) ? new Followed.Level() : gone(Layout.segmentName(number) + " is not there any more");
    }

    private Optional<Followed> takeRecord(SegmentReader current) throws IOException {
        if (!current.openRecord()) {
            badFrom = current.cursor();
            current.moveTo(badFrom);
            return Optional.empty();
        }
        try {
            return take(current);
        } catch (JournalRefused e) {
            throw e.at(number, current.cursor());
        }
    }

    private Optional<Followed> take(SegmentReader current) throws JournalRefused {
        ByteBuffer payload = current.payload();
        int channel = Short.toUnsignedInt(payload.getShort());
        int code = Byte.toUnsignedInt(payload.get());
        int version = Byte.toUnsignedInt(payload.get());
        RecordType type = RecordType.of(code).orElseThrow(() -> JournalRefused.newer("record type " + code));
        if (version > type.version()) {
            throw JournalRefused.newer("version " + version + " of record type " + type);
        }
        long sequence = current.firstSequence() + eventInFrame;
        Bookmark at = new Bookmark(number, sequence, current.recordChecksum());
        Optional<Followed> came = Optional.empty();
        try {
            if (type == RecordType.SIGNAL_DEFINED) {
                EventCodec.define(payload, signals);
            } else if (type.isEvent() && sequence >= expected) {
                Event event = EventCodec.decode(type, payload, signals, programs);
                came = Optional.of(new Followed.Kept(at, channel, event));
            }
        } catch (BadRecord e) {
            came = Optional.of(new Followed.Hurt(new Finding.Damaged(
                    number, current.cursor(), current.recordEnd(), sequence, 1, String.valueOf(e.getMessage()))));
        }
        if (type.isEvent()) {
            eventInFrame++;
            expected = Math.max(expected, sequence + 1);
        }
        current.closeRecord();
        return came;
    }

    private Followed gone(String what) {
        return new Followed.Gone("the journal in " + directory + " cannot be followed any further: " + what
                + "; put it back, or start again to follow what is there now");
    }

    @Override
    public void close() throws IOException {
        SegmentReader current = segment;
        if (current != null) {
            leaveSegment(current);
        }
    }
}
