package cellwright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The segments of a directory in order, and what later ones say about earlier ones. */
final class SegmentList {
    /**
     * A segment.
     *
     * @param number its number
     * @param size length of the file
     * @param header what its first bytes say
     * @param hasFrames whether a whole frame header lies in it
     */
    record Segment(int number, long size, SegmentHeader header, boolean hasFrames) {}

    private final Disk disk;
    private final Path directory;
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> aliens = new ArrayList<>();
    private final Map<Integer, Poisoned> givenUp = new HashMap<>();

    private SegmentList(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    static SegmentList of(Disk disk, Path directory) throws IOException {
        SegmentList list = new SegmentList(disk, directory);
        for (String name : disk.list(directory)) {
            if (Layout.segmentNumber(name).isPresent()) {
                list.look(Layout.segmentNumber(name).getAsInt());
            } else if (name.endsWith(Layout.SUFFIX)) {
                list.aliens.add(name);
            }
        }
        list.segments.sort(Comparator.comparingInt(Segment::number));
        return list;
    }

    List<Segment> segments() {
        return segments;
    }

    List<String> aliens() {
        return aliens;
    }

    /** What a later segment says about this one. */
    Optional<Poisoned> givenUp(int number) {
        return Optional.ofNullable(givenUp.get(number));
    }

    /** Opens a segment up to the point where it is given up, if it is. */
    SegmentReader open(Segment segment) throws IOException {
        long limit = Math.min(
                segment.size(),
                givenUp(segment.number()).map(Poisoned::goodBytes).orElse(Long.MAX_VALUE));
        return new SegmentReader(
                disk.open(directory.resolve(Layout.segmentName(segment.number()))), segment.number(), limit);
    }

    private void look(int number) throws IOException {
        Disk.Input input = disk.open(directory.resolve(Layout.segmentName(number)));
        long size = input.size();
        try (SegmentReader reader = new SegmentReader(input, number, size)) {
            SegmentHeader header = reader.header();
            long first = header instanceof SegmentHeader.Newer ? -1 : reader.search(0);
            segments.add(new Segment(number, size, header, first >= 0));
            if (first == Layout.SEGMENT_HEADER) {
                readPreamble(reader);
            }
        }
    }

    /** Frames without events at a segment's beginning hold notes about segments before it. */
    private void readPreamble(SegmentReader reader) throws IOException {
        while (reader.openFrame(reader.cursor()) && reader.events() == 0) {
            while (reader.inFrame() && reader.openRecord()) {
                readNote(reader.payload());
                reader.closeRecord();
            }
            if (reader.inFrame()) {
                return;
            }
        }
    }

    private void readNote(ByteBuffer payload) {
        payload.getShort();
        int type = Byte.toUnsignedInt(payload.get());
        int version = Byte.toUnsignedInt(payload.get());
        if (type == RecordType.SEGMENT_POISONED.code() && version == RecordType.SEGMENT_POISONED.version()) {
            try {
                Poisoned note = EventCodec.poisoned(payload);
                givenUp.put(note.segment(), note);
            } catch (BadRecord e) {
                // the reader comes by here again and reports it
                return;
            }
        }
    }
}
