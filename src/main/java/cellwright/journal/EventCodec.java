package cellwright.journal;

import cellwright.engine.Event;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.protocol.program.Program;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;

/** Events and housekeeping as bodies of records. Buffers are little endian; doubles keep their raw bits. */
final class EventCodec {
    private EventCodec() {}

    static RecordType type(Event event) {
        return switch (event) {
            case Event.Measured measured -> RecordType.MEASURED;
            case Event.Started started -> RecordType.STARTED;
            case Event.Due due -> RecordType.DUE;
            case Event.Silent silent -> RecordType.SILENT;
            case Event.Failed failed -> RecordType.FAILED;
            case Event.Acknowledged acknowledged -> RecordType.ACKNOWLEDGED;
            case Event.Safe safe -> RecordType.SAFE;
            case Event.Asked asked -> RecordType.ASKED;
            case Event.Recovered recovered -> RecordType.RECOVERED;
            case Event.SpectrumTaken taken -> RecordType.SPECTRUM_TAKEN;
        };
    }

    /** Puts an event's body; the signals of a reading get ids from the book. */
    static void encode(Event event, SignalBook book, ByteBuffer into) {
        into.putLong(event.atNanos());
        switch (event) {
            case Event.Measured measured -> putReading(measured.reading(), book, into);
            case Event.Started started -> {
                Text.putText(into, started.runId());
                Text.putText(into, started.program().protocolHash());
                into.putLong(started.unixNanos());
            }
            case Event.Due due -> {}
            case Event.Silent silent -> into.putLong(silent.sinceNanos());
            case Event.Failed failed -> Text.putText(into, failed.message());
            case Event.Acknowledged acknowledged -> into.putLong(acknowledged.order());
            case Event.Safe safe -> {}
            case Event.Asked asked -> {
                into.put(code(asked.request()));
                Text.putText(into, asked.by());
            }
            case Event.Recovered recovered -> into.putLong(recovered.lastNanos());
            case Event.SpectrumTaken taken -> SpectrumCodec.put(taken, into);
        }
    }

    private static void putReading(Reading reading, SignalBook book, ByteBuffer into) {
        Text.putNumber(into, reading.atNanos() - reading.sinceNanos());
        List<Sample> samples = reading.samples();
        Text.putNumber(into, samples.size());
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Text.putNumber(into, book.id(sample.signal()));
            into.put(code(sample.quality()));
            into.putLong(Double.doubleToRawLongBits(sample.value()));
        }
    }

    static void encodeDefinition(int id, Signal signal, ByteBuffer into) {
        Text.putNumber(into, id);
        Text.putText(into, signal.unit().symbol());
        Text.putText(into, signal.name());
    }

    static void encodePoisoned(Poisoned note, ByteBuffer into) {
        into.putInt(note.segment());
        into.putLong(note.goodBytes());
        into.putLong(note.fromSequence());
    }

    /**
     * The event in a body.
     *
     * @param programs finds the program with a hash
     * @throws BadRecord if the body makes no sense
     * @throws JournalRefused if a newer program wrote it or the run's program is missing
     */
    static Event decode(RecordType type, ByteBuffer body, SignalIndex signals, Programs programs)
            throws BadRecord, JournalRefused {
        try {
            Event event = event(type, body.getLong(), body, signals, programs);
            if (body.hasRemaining()) {
                throw new BadRecord("a " + type + " record has " + body.remaining() + " bytes too many");
            }
            return event;
        } catch (BufferUnderflowException e) {
            throw new BadRecord("a " + type + " record is too short");
        }
    }

    private static Event event(RecordType type, long at, ByteBuffer body, SignalIndex signals, Programs programs)
            throws BadRecord, JournalRefused {
        return switch (type) {
            case MEASURED -> new Event.Measured(reading(at, body, signals));
            case STARTED -> started(at, body, programs);
            case DUE -> new Event.Due(at);
            case SILENT -> new Event.Silent(at, body.getLong());
            case FAILED -> new Event.Failed(at, Text.text(body));
            case ACKNOWLEDGED -> new Event.Acknowledged(at, body.getLong());
            case SAFE -> new Event.Safe(at);
            case ASKED -> new Event.Asked(at, request(body.get()), Text.text(body));
            case RECOVERED -> new Event.Recovered(at, body.getLong());
            case SPECTRUM_TAKEN -> SpectrumCodec.taken(at, body);
            case SIGNAL_DEFINED, SEGMENT_POISONED, CLOCKS_READ -> throw new BadRecord("housekeeping is not an event");
        };
    }

    private static Event started(long at, ByteBuffer body, Programs programs) throws BadRecord, JournalRefused {
        String runId = Text.text(body);
        String hash = Text.text(body);
        Program program = programs.of(runId, hash);
        if (program == null) {
            throw JournalRefused.programMissing(runId, hash);
        }
        return new Event.Started(at, runId, program, body.getLong());
    }

    private static Reading reading(long at, ByteBuffer body, SignalIndex signals) throws BadRecord, JournalRefused {
        long since = at - Text.number(body);
        long count = Text.number(body);
        if (count < 0 || count > body.remaining() / 10 || since > at) {
            throw new BadRecord("a reading's count of samples or time is out of range");
        }
        Sample[] samples = new Sample[(int) count];
        for (int i = 0; i < count; i++) {
            Signal signal = signals.signal(Text.number(body));
            Quality quality = quality(body.get());
            samples[i] = new Sample(signal, Double.longBitsToDouble(body.getLong()), quality);
        }
        return new Reading(since, at, List.of(samples));
    }

    /** Enters a definition into the index. */
    static void define(ByteBuffer body, SignalIndex signals) throws BadRecord, JournalRefused {
        try {
            long id = Text.number(body);
            Unit unit = unit(Text.text(body));
            signals.define(id, new Signal(Text.text(body), unit));
        } catch (BufferUnderflowException e) {
            throw new BadRecord("a signal's definition is too short");
        }
    }

    static void encodeClocks(Clocks clocks, ByteBuffer into) {
        into.putLong(clocks.atNanos());
        into.putLong(clocks.unixNanos());
    }

    static Clocks clocks(ByteBuffer body) throws BadRecord {
        if (body.remaining() != 2 * Long.BYTES) {
            throw new BadRecord("a note of the clocks has a wrong length");
        }
        return new Clocks(body.getLong(), body.getLong());
    }

    static Poisoned poisoned(ByteBuffer body) throws BadRecord {
        if (body.remaining() != 20) {
            throw new BadRecord("the note of a given-up segment has a wrong length");
        }
        return new Poisoned(body.getInt(), body.getLong(), body.getLong(), "announced by a later segment");
    }

    private static Unit unit(String symbol) throws JournalRefused {
        for (Unit unit : Unit.values()) {
            if (unit.symbol().equals(symbol)) {
                return unit;
            }
        }
        throw JournalRefused.newer("unit " + symbol);
    }

    static byte code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case OVERLOAD -> 2;
            case STALE -> 3;
            case MISSING -> 4;
            case BAD -> 5;
        };
    }

    static Quality quality(byte code) throws JournalRefused {
        return switch (code) {
            case 0 -> Quality.GOOD;
            case 1 -> Quality.UNCERTAIN;
            case 2 -> Quality.OVERLOAD;
            case 3 -> Quality.STALE;
            case 4 -> Quality.MISSING;
            case 5 -> Quality.BAD;
            default -> throw JournalRefused.newer("quality " + code);
        };
    }

    private static byte code(Event.Request request) {
        return switch (request) {
            case HOLD -> 0;
            case RESUME -> 1;
            case SKIP -> 2;
            case STOP -> 3;
        };
    }

    private static Event.Request request(byte code) throws JournalRefused {
        return switch (code) {
            case 0 -> Event.Request.HOLD;
            case 1 -> Event.Request.RESUME;
            case 2 -> Event.Request.SKIP;
            case 3 -> Event.Request.STOP;
            default -> throw JournalRefused.newer("request " + code);
        };
    }
}
