package cellwright.journal;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The frame being filled, byte for byte as it will lie on disk. Used again for every frame. */
final class FrameBuffer {
    private final ByteBuffer bytes;
    private final CRC32C checksum = new CRC32C();

    private int segment;
    private long place;
    private long firstSequence;
    private int events;
    /** End of the closed records. */
    private int end;

    FrameBuffer(int frameBytes) {
        bytes = ByteBuffer.allocateDirect(frameBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Starts an empty frame that will lie at a place of a segment. */
    void begin(int inSegment, long atByte, long sequence) {
        segment = inSegment;
        place = atByte;
        firstSequence = sequence;
        events = 0;
        end = Layout.FRAME_HEADER;
    }

    int events() {
        return events;
    }

    boolean hasRecords() {
        return end > Layout.FRAME_HEADER;
    }

    long firstSequence() {
        return firstSequence;
    }

    /**
     * Opens a record; the body is then put into the returned buffer. Opening the next one without closing drops it.
     *
     * @throws BufferOverflowException if not even the record's header fits
     */
    ByteBuffer open(int channel, RecordType type) {
        bytes.clear().position(end);
        if (bytes.remaining() < Layout.RECORD_HEADER) {
            throw new BufferOverflowException();
        }
        bytes.position(end + Layout.RECORD_HEADER);
        return bytes.putShort((short) channel).put((byte) type.code()).put((byte) type.version());
    }

    /** Closes the open record. */
    void close(boolean isEvent) {
        int recordEnd = bytes.position();
        int payload = end + Layout.RECORD_HEADER;
        int length = recordEnd - payload;
        bytes.limit(recordEnd).position(payload);
        checksum.reset();
        checksum.update(bytes);
        bytes.putShort(end, (short) length);
        bytes.putInt(end + 2, (int) checksum.getValue() ^ Layout.placeMask(segment, place + end, length));
        end = recordEnd;
        if (isEvent) {
            events++;
        }
    }

    /** The whole frame, ready to be written at its place. */
    ByteBuffer sealed() {
        bytes.clear();
        bytes.putInt(Layout.FRAME_MAGIC);
        bytes.putInt(end - Layout.FRAME_HEADER);
        bytes.putInt(events);
        bytes.putLong(firstSequence);
        int covered = bytes.position();
        bytes.flip();
        checksum.reset();
        checksum.update(bytes);
        bytes.clear().position(covered);
        bytes.putInt((int) checksum.getValue() ^ Layout.placeMask(segment, place, Layout.FRAME_HEADER));
        return bytes.limit(end).position(0);
    }

    /** Gives the same records another place. */
    void moveTo(int toSegment, long toByte) {
        bytes.clear();
        int record = Layout.FRAME_HEADER;
        while (record < end) {
            int length = Short.toUnsignedInt(bytes.getShort(record));
            int mask = Layout.placeMask(segment, place + record, length)
                    ^ Layout.placeMask(toSegment, toByte + record, length);
            bytes.putInt(record + 2, bytes.getInt(record + 2) ^ mask);
            record += Layout.RECORD_HEADER + length;
        }
        segment = toSegment;
        place = toByte;
    }
}
