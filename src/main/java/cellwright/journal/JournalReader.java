package cellwright.journal;

import cellwright.engine.Event;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal in the order it was written, holding one window of a segment in memory. Changes nothing on disk. Used
 * by one thread; it sees what was on disk when it came to a segment.
 *
 * <p>Go from event to event with {@link #next()}; what could not be read is in {@link #findings()}, complete once
 * {@code next} has said false.
 */
public final class JournalReader implements Closeable {
    private final SegmentList list;
    private final Programs programs;
    private final SignalIndex signals = new SignalIndex();
    private final Course course;

    private int index;
    private int lastNumber;
    private @Nullable SegmentReader current;
    private boolean searchedDefinitions;
    private int eventInFrame;

    private Optional<Clocks> clocks = Optional.empty();
    private long sequence;
    private int channel;
    private @Nullable Event event;

    private JournalReader(SegmentList list, int index, boolean fromTheBeginning, Programs programs) {
        this.list = list;
        this.index = index;
        this.course = new Course(fromTheBeginning ? 1 : 0);
        this.programs = programs;
        this.lastNumber = fromTheBeginning || index == list.segments().size()
                ? 0
                : list.segments().get(index).number() - 1;
    }

    /**
     * Opens a journal at its beginning.
     *
     * @param programs finds the program of a run
     * @throws IOException if the disk fails; an absent directory is an empty journal
     */
    public static JournalReader open(Disk disk, Path directory, Programs programs) throws IOException {
        JournalReader reader = from(SegmentList.of(disk, directory), 0, programs);
        reader.list.aliens().forEach(name -> reader.course.found(new Finding.AlienFile(name)));
        return reader;
    }

    /**
     * Opens a journal at a segment, for who knows that nothing of interest lies before it. Its first sequence number is
     * believed.
     *
     * @param fromSegment number of a segment; if it is not there any more, the first one behind it
     * @throws IOException if the disk fails; an absent directory is an empty journal
     */
    public static JournalReader open(Disk disk, Path directory, int fromSegment, Programs programs) throws IOException {
        SegmentList list = SegmentList.of(disk, directory);
        int index = 0;
        while (index < list.segments().size() && list.segments().get(index).number() < fromSegment) {
            index++;
        }
        return new JournalReader(list, index, fromSegment <= 1, programs);
    }

    /**
     * Number of the last segment of a journal; 0 if there is none.
     *
     * @throws IOException if the disk fails
     */
    public static int lastSegment(Disk disk, Path directory) throws IOException {
        List<SegmentList.Segment> segments = SegmentList.of(disk, directory).segments();
        return segments.isEmpty() ? 0 : segments.getLast().number();
    }

    /** Begins at a later segment and believes its sequence number. */
    static JournalReader from(SegmentList list, int index, Programs programs) {
        return new JournalReader(list, index, index == 0, programs);
    }

    /**
     * Goes to the next event; false at the end.
     *
     * @throws JournalRefused if going on could mean misreading: a newer program wrote this, or a program is missing
     * @throws IOException if the disk fails
     */
    public boolean next() throws IOException {
        while (true) {
            SegmentReader segment = current;
            if (segment == null) {
                if (index == list.segments().size()) {
                    course.end();
                    return false;
                }
                current = openSegment(list.segments().get(index));
            } else if (segment.inFrame() ? segment.openRecord() : segment.cursor() < segment.limit()) {
                if (segment.inFrame() ? takeRecord(segment) : enterFrame(segment)) {
                    return true;
                }
            } else if (segment.inFrame()) {
                leaveBadBytes(segment, "a record's checksum does not hold", segment.frameEnd());
            } else {
                segment.close();
                current = null;
                index++;
            }
        }
    }

    /** Sequence number of the event, from 1, +1 for each event of the journal. */
    public long sequence() {
        return sequence;
    }

    /** The event's channel. */
    public int channel() {
        return channel;
    }

    /** The event {@link #next()} went to. */
    public Event event() {
        Event present = event;
        if (present == null) {
            throw new IllegalStateException("there is no event before the first");
        }
        return present;
    }

    /** Number of the segment the event lies in. */
    public int segment() {
        return lastNumber;
    }

    /** Both clocks at an instant at or before the event, if the writer noted them; labels for people, nothing else. */
    public Optional<Clocks> clocks() {
        return clocks;
    }

    /** What was found so far that is not as it was written. */
    public List<Finding> findings() {
        return course.findings();
    }

    /** The sequence number after the last one seen. */
    long nextSequence() {
        return course.expected();
    }

    private SegmentReader openSegment(SegmentList.Segment segment) throws IOException {
        for (int missing = lastNumber + 1; missing < segment.number(); missing++) {
            if (list.givenUp(missing).filter(note -> note.goodBytes() == 0).isEmpty()) {
                course.missed(new Hole.Segment(missing));
            }
        }
        lastNumber = segment.number();
        signals.clear();
        searchedDefinitions = false;
        list.givenUp(segment.number())
                .filter(note -> note.goodBytes() < segment.size())
                .ifPresent(note -> course.found(
                        new Finding.Repeated(segment.number(), note.goodBytes(), note.fromSequence(), true)));
        SegmentReader reader = list.open(segment);
        switch (segment.header()) {
            case SegmentHeader.Whole whole -> course.arrive(segment.number(), whole.firstSequence());
            case SegmentHeader.Newer newer -> {
                reader.close();
                throw refused(JournalRefused.newer("segment format " + newer.version()), segment.number(), 0);
            }
            case SegmentHeader.Broken broken -> passBrokenHeader(reader, segment);
        }
        return reader;
    }

    private void passBrokenHeader(SegmentReader reader, SegmentList.Segment segment) throws IOException {
        long first = reader.search(0);
        boolean last = index == list.segments().size() - 1;
        if (first >= 0) {
            course.missed(new Hole.Bytes(segment.number(), 0, first, "the segment's header is not whole"));
        } else if (reader.limit() < segment.size()) {
            // given up before it came into use
            first = reader.limit();
        } else if (last && segment.size() < Layout.SEGMENT_HEADER) {
            course.found(new Finding.TornTail(segment.number(), 0, segment.size()));
        } else {
            course.found(new Finding.AlienFile(Layout.segmentName(segment.number())));
            course.missed(new Hole.Segment(segment.number()));
        }
        reader.moveTo(first >= 0 ? first : reader.limit());
    }

    /** Opens the frame at the cursor, or leaves the bytes there; no event comes of it yet. */
    private boolean enterFrame(SegmentReader segment) throws IOException {
        long at = segment.cursor();
        if (!segment.openFrame(at)) {
            leaveBadBytes(segment, "there is no whole frame header", at + 1);
            return false;
        }
        eventInFrame = 0;
        if (segment.events() > 0 && !course.isNew(segment.firstSequence())) {
            course.found(new Finding.Repeated(segment.number(), at, segment.firstSequence(), false));
        } else {
            course.arrive(segment.number(), segment.firstSequence());
        }
        return false;
    }

    private void leaveBadBytes(SegmentReader segment, String what, long searchFrom) throws IOException {
        long from = segment.cursor();
        long resume = segment.search(searchFrom);
        if (resume >= 0) {
            course.missed(new Hole.Bytes(segment.number(), from, resume, what));
            segment.moveTo(resume);
            return;
        }
        if (index == list.segments().size() - 1) {
            course.found(new Finding.TornTail(segment.number(), from, segment.limit() - from));
        } else {
            course.missed(new Hole.End(segment.number(), from, segment.limit()));
        }
        segment.moveTo(segment.limit());
    }

    private boolean takeRecord(SegmentReader segment) throws IOException {
        try {
            return take(segment);
        } catch (JournalRefused e) {
            throw refused(e, segment.number(), segment.cursor());
        }
    }

    private boolean take(SegmentReader segment) throws IOException {
        ByteBuffer payload = segment.payload();
        int start = payload.position();
        int recordChannel = Short.toUnsignedInt(payload.getShort());
        int code = Byte.toUnsignedInt(payload.get());
        int version = Byte.toUnsignedInt(payload.get());
        RecordType type = RecordType.of(code).orElseThrow(() -> JournalRefused.newer("record type " + code));
        if (version > type.version()) {
            throw JournalRefused.newer("version " + version + " of record type " + type);
        }
        long number = segment.firstSequence() + eventInFrame;
        if (!type.isEvent()) {
            keepHouse(type, segment);
        } else if (course.isNew(number)) {
            event = decode(type, segment, start + Layout.PAYLOAD_HEADER);
            course.passed(number);
        } else {
            event = null;
        }
        sequence = number;
        channel = recordChannel;
        eventInFrame += type.isEvent() ? 1 : 0;
        segment.closeRecord();
        return type.isEvent() && event != null;
    }

    private void keepHouse(RecordType type, SegmentReader segment) throws JournalRefused {
        try {
            if (type == RecordType.SIGNAL_DEFINED) {
                EventCodec.define(segment.payload(), signals);
            } else if (type == RecordType.CLOCKS_READ) {
                clocks = Optional.of(EventCodec.clocks(segment.payload()));
            }
        } catch (BadRecord e) {
            course.found(damaged(segment, 0, String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Event decode(RecordType type, SegmentReader segment, int body) throws IOException {
        try {
            try {
                return EventCodec.decode(type, segment.payload(), signals, programs);
            } catch (BadRecord e) {
                if (searchedDefinitions) {
                    throw e;
                }
                searchDefinitions(segment.cursor());
                return EventCodec.decode(type, segment.payload().position(body), signals, programs);
            }
        } catch (BadRecord e) {
            course.found(damaged(segment, 1, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private Finding damaged(SegmentReader segment, long lost, String what) {
        long number = segment.firstSequence() + eventInFrame;
        return new Finding.Damaged(segment.number(), segment.cursor(), segment.recordEnd(), number, lost, what);
    }

    /** An id means the same throughout a segment, so a definition lost to damage may be learned from a later one. */
    private void searchDefinitions(long from) throws IOException {
        searchedDefinitions = true;
        try (SegmentReader ahead = list.open(list.segments().get(index))) {
            for (long at = ahead.search(from); at >= 0; at = ahead.search(ahead.frameEnd())) {
                ahead.openFrame(at);
                while (ahead.inFrame() && ahead.openRecord()) {
                    learn(ahead.payload());
                    ahead.closeRecord();
                }
            }
        }
    }

    private void learn(ByteBuffer payload) throws JournalRefused {
        payload.getShort();
        int type = Byte.toUnsignedInt(payload.get());
        int version = Byte.toUnsignedInt(payload.get());
        if (type == RecordType.SIGNAL_DEFINED.code() && version == RecordType.SIGNAL_DEFINED.version()) {
            try {
                EventCodec.define(payload, signals);
            } catch (BadRecord e) {
                // reported when reading comes by
                return;
            }
        }
    }

    private JournalRefused refused(JournalRefused cause, int segment, long position) {
        if (cause.isNewer()) {
            course.found(new Finding.NewerVersion(segment, position, String.valueOf(cause.getMessage())));
        }
        return cause.at(segment, position);
    }

    @Override
    public void close() throws IOException {
        SegmentReader segment = current;
        if (segment != null) {
            segment.close();
            current = null;
            index = list.segments().size();
        }
    }
}
