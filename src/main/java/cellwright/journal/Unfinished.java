package cellwright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What later segments of a journal that may be being written say about an earlier one. Looked at anew every time. */
final class Unfinished {
    private final Disk disk;
    private final Path directory;

    Unfinished(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /**
     * What is known of a segment.
     *
     * @param isLeft whether nothing is written to it any more, and what it holds up to the good bytes is durable
     * @param goodBytes beyond this its writer gave it up; {@link Long#MAX_VALUE} if it did not
     */
    record Judged(boolean isLeft, long goodBytes) {
        /** Whether the writer gave none of it up, so that an end that is no whole record is what a power cut leaves. */
        boolean isWhole() {
            return goodBytes == Long.MAX_VALUE;
        }
    }

    /**
     * Judges a segment by the first frame written behind it. As long as that is not there nothing is known, unless the
     * writer said that it writes to a later segment already.
     */
    Judged judge(int number, int writerAt) throws IOException {
        boolean left = writerAt > number;
        for (Optional<Integer> next = after(number); next.isPresent(); next = after(next.get())) {
            Note note = note(next.get());
            Optional<Poisoned> about = note.poisoned().filter(told -> told.segment() == number);
            if (note.hasFrame()) {
                return new Judged(true, about.map(Poisoned::goodBytes).orElse(Long.MAX_VALUE));
            }
        }
        return new Judged(left, Long.MAX_VALUE);
    }

    /** Whether a missing segment was given up before it came into use. */
    boolean neverUsed(int missing, int next) throws IOException {
        return note(next)
                .poisoned()
                .filter(told -> told.segment() == missing && told.goodBytes() == 0)
                .isPresent();
    }

    /** The next segment there is. */
    Optional<Integer> after(int number) throws IOException {
        return numbers().stream().filter(each -> each > number).min(Integer::compare);
    }

    boolean has(int number) throws IOException {
        return numbers().contains(number);
    }

    /** Bytes of all segments behind one. */
    long bytesBehind(int number) throws IOException {
        long bytes = 0;
        for (int each : numbers()) {
            if (each > number) {
                bytes += bytesIn(each);
            }
        }
        return bytes;
    }

    private long bytesIn(int number) throws IOException {
        try (Disk.Input input = disk.open(directory.resolve(Layout.segmentName(number)))) {
            return input.size();
        } catch (NoSuchFileException removed) {
            return 0;
        }
    }

    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String name : disk.list(directory)) {
            Layout.segmentNumber(name).ifPresent(numbers::add);
        }
        return numbers;
    }

    private record Note(boolean hasFrame, Optional<Poisoned> poisoned) {}

    private Note note(int number) throws IOException {
        try (SegmentReader reader =
                SegmentReader.growing(disk.open(directory.resolve(Layout.segmentName(number))), number)) {
            reader.limitTo(reader.size());
            if (!reader.openFrame(Layout.SEGMENT_HEADER) || reader.frameEnd() > reader.limit()) {
                return new Note(false, Optional.empty());
            }
            return reader.openRecord() ? new Note(true, poisoned(reader.payload())) : new Note(false, Optional.empty());
        } catch (NoSuchFileException removed) {
            return new Note(false, Optional.empty());
        }
    }

    private static Optional<Poisoned> poisoned(ByteBuffer payload) {
        payload.getShort();
        int type = Byte.toUnsignedInt(payload.get());
        int version = Byte.toUnsignedInt(payload.get());
        if (type != RecordType.SEGMENT_POISONED.code() || version != RecordType.SEGMENT_POISONED.version()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventCodec.poisoned(payload));
        } catch (BadRecord e) {
            return Optional.empty();
        }
    }
}
