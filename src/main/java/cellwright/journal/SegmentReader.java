package cellwright.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Walks the frames and records of one segment through a window of bounded size; judges checksums, not sequence. */
final class SegmentReader implements Closeable {
    private static final int WINDOW = 2 * Layout.FRAME_MAX;

    private final Disk.Input input;
    private final int number;
    private long limit;
    private final ByteBuffer window;
    private final ByteBuffer payload;
    private final CRC32C checksum = new CRC32C();
    private long base;

    private long cursor = Layout.SEGMENT_HEADER;
    private long frameEnd = Layout.SEGMENT_HEADER;
    private long firstSequence;
    private int events;

    /** Reads up to a limit of bytes. */
    SegmentReader(Disk.Input input, int number, long limit) {
        this(input, number, limit, (int) Math.min(WINDOW, Math.max(limit, Layout.SEGMENT_HEADER)));
    }

    private SegmentReader(Disk.Input input, int number, long limit, int windowBytes) {
        this.input = input;
        this.number = number;
        this.limit = limit;
        window = ByteBuffer.allocate(windowBytes).order(ByteOrder.LITTLE_ENDIAN).limit(0);
        payload = ByteBuffer.wrap(window.array()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a segment that may still grow: nothing yet, until {@link #limitTo} says how far. */
    static SegmentReader growing(Disk.Input input, int number) {
        return new SegmentReader(input, number, 0, WINDOW);
    }

    /** From now on reads up to another limit; what was read of the bytes behind the cursor is read again. */
    void limitTo(long bytes) {
        if (bytes != limit) {
            limit = bytes;
            window.limit(0);
            base = 0;
        }
    }

    /** Length of the file now. */
    long size() throws IOException {
        return input.size();
    }

    int number() {
        return number;
    }

    long limit() {
        return limit;
    }

    /** Where the next record or frame is expected. */
    long cursor() {
        return cursor;
    }

    /** Where the open frame ends by its own account; may lie beyond the limit. */
    long frameEnd() {
        return frameEnd;
    }

    /** Whether the open frame has bytes left. */
    boolean inFrame() {
        return cursor < frameEnd;
    }

    /** Sequence number of the open frame's first event. */
    long firstSequence() {
        return firstSequence;
    }

    /** Number of events in the open frame by its own account. */
    int events() {
        return events;
    }

    SegmentHeader header() throws IOException {
        if (!load(0, Layout.SEGMENT_HEADER)) {
            return new SegmentHeader.Broken();
        }
        return SegmentHeader.of(window, number);
    }

    /** Opens the frame at a position if there is a whole frame header made for this place; else changes nothing. */
    boolean openFrame(long at) throws IOException {
        if (!load(at, Layout.FRAME_HEADER) || !isFrame(at)) {
            return false;
        }
        int start = (int) (at - base);
        events = window.getInt(start + 8);
        firstSequence = window.getLong(start + 12);
        cursor = at + Layout.FRAME_HEADER;
        frameEnd = cursor + window.getInt(start + 4);
        return true;
    }

    private boolean isFrame(long at) {
        int start = (int) (at - base);
        int length = window.getInt(start + 4);
        return window.getInt(start) == Layout.FRAME_MAGIC
                && length > 0
                && length <= Layout.FRAME_MAX - Layout.FRAME_HEADER
                && window.getInt(start + 20) == checksum(start, 20, at, Layout.FRAME_HEADER);
    }

    /** Position of the next whole frame header at or behind a position; negative if there is none. */
    long search(long from) throws IOException {
        for (long at = from; load(at, Layout.FRAME_HEADER); ) {
            int last = window.limit() - Layout.FRAME_HEADER;
            for (int i = (int) (at - base); i <= last; i++, at++) {
                if (isFrame(at)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Whether a whole record lies at the cursor; {@link #payload()} then shows it. */
    boolean openRecord() throws IOException {
        if (cursor + Layout.RECORD_HEADER > frameEnd || !load(cursor, Layout.RECORD_HEADER)) {
            return false;
        }
        int length = Short.toUnsignedInt(window.getShort((int) (cursor - base)));
        long end = cursor + Layout.RECORD_HEADER + length;
        if (length < Layout.PAYLOAD_HEADER || end > frameEnd || !load(cursor, (int) (end - cursor))) {
            return false;
        }
        int start = (int) (cursor - base);
        if (window.getInt(start + 2) != checksum(start + Layout.RECORD_HEADER, length, cursor, length)) {
            return false;
        }
        payload.limit(start + Layout.RECORD_HEADER + length).position(start + Layout.RECORD_HEADER);
        return true;
    }

    /** The record's payload; its end is where the record ends. */
    ByteBuffer payload() {
        return payload;
    }

    /** The open record's checksum as it stands on disk, which depends on its place. */
    int recordChecksum() {
        return window.getInt((int) (cursor - base) + 2);
    }

    /** Where the open record ends. */
    long recordEnd() {
        return base + payload.limit();
    }

    /** Goes on behind the open record. */
    void closeRecord() {
        cursor = recordEnd();
    }

    /** Leaves the open frame and goes on elsewhere. */
    void moveTo(long position) {
        cursor = position;
        frameEnd = position;
    }

    private int checksum(int start, int length, long place, int masked) {
        checksum.reset();
        checksum.update(window.array(), start, length);
        return (int) checksum.getValue() ^ Layout.placeMask(number, place, masked);
    }

    /** Brings bytes into the window; false if the limit comes first. */
    private boolean load(long at, int length) throws IOException {
        if (at + length > limit) {
            return false;
        }
        if (at < base || at + length > base + window.limit()) {
            base = at;
            window.clear().limit((int) Math.min(window.capacity(), limit - at));
            int count = 1;
            while (count > 0 && window.hasRemaining()) {
                count = input.read(window, base + window.position());
            }
            window.flip();
        }
        return at + length <= base + window.limit();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
