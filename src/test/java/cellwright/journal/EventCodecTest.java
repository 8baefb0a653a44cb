package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Event;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Unit;
import cellwright.journal.Journals.Entry;
import cellwright.protocol.program.Program;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final SignalBook book = new SignalBook();
    private final SignalIndex index = new SignalIndex();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void eventsOfAllKindsComeBackBitForBit() throws Exception {
        SplittableRandom random = new SplittableRandom(41);
        Set<RecordType> seen = EnumSet.noneOf(RecordType.class);
        for (int i = 0; i < 20_000; i++) {
            Event event = Journals.anyEvent(random, random.nextLong());
            Event back = roundTrip(event);
            assertThat(back).isEqualTo(event);
            requireSameBits(event, back);
            seen.add(EventCodec.type(event));
        }
        assertThat(seen)
                .containsExactlyElementsOf(Arrays.stream(RecordType.values())
                        .filter(RecordType::isEvent)
                        .toList());
    }

    private Event roundTrip(Event event) throws Exception {
        bytes.clear();
        EventCodec.encode(event, book, bytes);
        bytes.flip();
        for (int id = 0; id < book.size(); id++) {
            index.define(id, book.signal(id));
        }
        return EventCodec.decode(EventCodec.type(event), bytes, index, Programs.ANY);
    }

    private static void requireSameBits(Event event, Event back) {
        if (event instanceof Event.Measured one && back instanceof Event.Measured other) {
            assertThat(bits(other.reading())).isEqualTo(bits(one.reading()));
        } else if (event instanceof Event.SpectrumTaken one && back instanceof Event.SpectrumTaken other) {
            assertThat(bits(other.spectrum())).isEqualTo(bits(one.spectrum()));
        }
    }

    private static List<Long> bits(Spectrum spectrum) {
        return spectrum.points().stream()
                .flatMap(point -> Stream.of(point.hertz(), point.real(), point.imaginary()))
                .map(Double::doubleToRawLongBits)
                .toList();
    }

    private static List<Long> bits(Reading reading) {
        return reading.samples().stream()
                .map(sample -> Double.doubleToRawLongBits(sample.value()))
                .toList();
    }

    @Test
    void aBodyCutAnywhereIsABadRecord() throws Exception {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 500; i++) {
            Event event = Journals.anyEvent(random, random.nextLong());
            roundTrip(event);
            int length = bytes.limit();
            for (int cut = 0; cut < length; cut++) {
                bytes.position(0).limit(cut);
                assertThatThrownBy(() -> EventCodec.decode(EventCodec.type(event), bytes, index, Programs.ANY))
                        .isInstanceOf(BadRecord.class);
            }
            bytes.limit(length + 1).position(0);
            assertThatThrownBy(() -> EventCodec.decode(EventCodec.type(event), bytes, index, Programs.ANY))
                    .isInstanceOf(BadRecord.class);
        }
    }

    @Test
    void anyBytesAtAllGiveAnEventOrARefusal() {
        SplittableRandom random = new SplittableRandom(43);
        for (int i = 0; i < 200_000; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            RecordType[] types = RecordType.values();
            RecordType type = types[random.nextInt(types.length)];
            try {
                ByteBuffer body = ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(EventCodec.decode(type, body, index, Programs.ANY)).isNotNull();
            } catch (BadRecord | JournalRefused e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void aMissingProgramIsNamed() throws Exception {
        SimDisk disk = new SimDisk();
        Event started = new Event.Started(5, "cell-A7", Journals.program("c0ffee"), 0);
        Journals.write(disk, JournalSizes.USUAL, List.of(new Entry(1, 0, started)), 1);
        Map<String, Program> none = Map.of();
        try (JournalReader reader = JournalReader.open(disk, Journals.DIRECTORY, (run, hash) -> none.get(hash))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(JournalRefused.class)
                    .hasMessageContaining("cell-A7")
                    .hasMessageContaining("c0ffee")
                    .hasMessageContaining("journal-000001.cwj at byte");
        }
    }

    @Test
    void aNewerRecordIsRefusedAndNeverMisread() throws Exception {
        for (int patch : new int[] {0, 1}) {
            SimDisk disk = new SimDisk();
            Journals.write(disk, JournalSizes.USUAL, List.of(), 1);
            FrameBuffer frame = new FrameBuffer(1024);
            frame.begin(1, Layout.SEGMENT_HEADER, 1);
            ByteBuffer record = frame.open(0, RecordType.DUE).putLong(7);
            int header = record.position() - Long.BYTES - 2;
            record.put(header + patch, (byte) 77);
            frame.close(true);
            ByteBuffer header32 = SegmentHeader.bytes(1, 1);
            ByteBuffer sealed = frame.sealed();
            byte[] whole = new byte[header32.remaining() + sealed.remaining()];
            int headerLength = header32.remaining();
            header32.get(whole, 0, headerLength);
            sealed.get(whole, headerLength, whole.length - headerLength);
            disk.put(Journals.segment(1), whole);
            requireRefused(disk, whole);
        }
    }

    @Test
    void aNewerSegmentIsRefusedAndLeftAlone() throws Exception {
        SimDisk disk = new SimDisk();
        Journals.write(disk, JournalSizes.USUAL, Journals.run(9, 44), 3);
        byte[] whole = disk.content(Journals.segment(1));
        whole[8] = 2;
        ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C checksum = new CRC32C();
        checksum.update(whole, 0, 28);
        header.putInt(28, (int) checksum.getValue());
        disk.put(Journals.segment(1), whole);
        requireRefused(disk, whole);
    }

    private static void requireRefused(SimDisk disk, byte[] whole) throws Exception {
        assertThatThrownBy(() -> Journals.read(disk))
                .isInstanceOf(JournalRefused.class)
                .hasMessageContaining("newer Cellwright");
        assertThat(JournalCheck.check(disk, Journals.DIRECTORY).findings())
                .hasSize(1)
                .allMatch(finding -> finding instanceof Finding.NewerVersion && !finding.harmless());
        assertThatThrownBy(() -> Journals.write(disk, JournalSizes.USUAL, List.of(), 1))
                .hasMessageContaining("newer Cellwright");
        assertThat(disk.list(Journals.DIRECTORY)).containsExactly("journal-000001.cwj");
        assertThat(disk.content(Journals.segment(1))).isEqualTo(whole);
    }

    @Test
    void numbersOfAllLengthsComeBack() throws Exception {
        SplittableRandom random = new SplittableRandom(45);
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong() >>> random.nextInt(64);
            bytes.clear();
            Text.putNumber(bytes, value);
            assertThat(Text.number(bytes.flip())).isEqualTo(value);
        }
    }

    @Test
    void aSignalIsDefinedAtFirstUseAgainNextTimeAndThenEverMoreRarely() {
        int id = book.id(Signal.VOLTAGE);
        List<Integer> defined = new ArrayList<>();
        for (int frame = 1; frame <= 1000; frame++) {
            book.beginFrame();
            if (book.isDue(id)) {
                book.defined(id);
                defined.add(frame);
            }
        }
        assertThat(defined).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 768);
    }

    @Test
    void theLargestSpectrumFitsIntoAFrameAndALargerOneIsNoEvent() throws Exception {
        SimDisk disk = new SimDisk();
        Event largest = new Event.SpectrumTaken(9, 1, spectrum(Event.SpectrumTaken.POINTS_MAX));
        Journals.write(disk, JournalSizes.USUAL, List.of(new Entry(1, 0, largest)), 1);
        assertThat(Journals.read(disk).entries()).containsExactly(new Entry(1, 0, largest));
        assertThatThrownBy(() -> new Event.SpectrumTaken(9, 1, spectrum(Event.SpectrumTaken.POINTS_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2501");
    }

    private static Spectrum spectrum(int points) {
        return new Spectrum(1, 8, Collections.nCopies(points, new Spectrum.Point(1e3, 2.5, -0.5, Quality.GOOD)));
    }

    @Test
    void manySignalsKeepTheirIds() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            samples.add(Sample.good(new Signal("signal " + i, Unit.OHM), i));
        }
        Event event = new Event.Measured(new Reading(1, 2, samples));
        assertThat(roundTrip(event)).isEqualTo(event);
        assertThat(roundTrip(event)).isEqualTo(event);
        assertThatThrownBy(() -> EventCodec.encode(event, book, ByteBuffer.allocate(100)))
                .isInstanceOf(BufferOverflowException.class);
    }
}
