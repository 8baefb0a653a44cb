package cellwright.journal;

import cellwright.engine.Event;
import cellwright.instrument.Spectrum;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Spectra as bodies of records, behind the event's time: order, start and end before that time, number of points, and
 * 25 bytes a point. A sweep of seven decades takes 1.8 kB.
 */
final class SpectrumCodec {
    private static final int POINT_BYTES = 3 * Double.BYTES + 1;

    private SpectrumCodec() {}

    static void put(Event.SpectrumTaken taken, ByteBuffer into) {
        Spectrum spectrum = taken.spectrum();
        into.putLong(taken.order());
        Text.putNumber(into, taken.atNanos() - spectrum.startNanos());
        Text.putNumber(into, taken.atNanos() - spectrum.endNanos());
        List<Spectrum.Point> points = spectrum.points();
        Text.putNumber(into, points.size());
        for (int i = 0; i < points.size(); i++) {
            Spectrum.Point point = points.get(i);
            putDouble(into, point.hertz());
            putDouble(into, point.real());
            putDouble(into, point.imaginary());
            into.put(EventCodec.code(point.quality()));
        }
    }

    static Event.SpectrumTaken taken(long at, ByteBuffer body) throws BadRecord, JournalRefused {
        long order = body.getLong();
        long start = at - Text.number(body);
        long end = at - Text.number(body);
        long count = Text.number(body);
        if (count < 0 || count > Event.SpectrumTaken.POINTS_MAX || count > body.remaining() / POINT_BYTES) {
            throw new BadRecord("a spectrum's count of points is out of range");
        }
        Spectrum.Point[] points = new Spectrum.Point[(int) count];
        for (int i = 0; i < count; i++) {
            points[i] = new Spectrum.Point(
                    body.getDouble(), body.getDouble(), body.getDouble(), EventCodec.quality(body.get()));
        }
        return new Event.SpectrumTaken(at, order, new Spectrum(start, end, List.of(points)));
    }

    private static void putDouble(ByteBuffer into, double value) {
        into.putLong(Double.doubleToRawLongBits(value));
    }
}
