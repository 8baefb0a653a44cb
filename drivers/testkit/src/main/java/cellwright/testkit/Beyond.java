package cellwright.testkit;

import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Regulator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Commands just outside what an instrument says it can do. */
final class Beyond {
    private static final long ONE_SECOND = 1_000_000_000L;
    private static final double A_LITTLE = 1.01;

    private Beyond() {}

    static List<Control> controls(Envelope envelope) {
        double amps = envelope.ampsMax();
        double tooManyAmps = amps * A_LITTLE;
        double margin = margin(envelope);
        double someVolts = (envelope.voltsMin() + envelope.voltsMax()) / 2;
        double tooManyWatts = tooManyAmps * Math.max(Math.abs(envelope.voltsMin()), Math.abs(envelope.voltsMax()));
        return List.of(
                new Control.Current(tooManyAmps),
                new Control.Current(-tooManyAmps),
                new Control.Current(Double.NaN),
                new Control.Voltage(envelope.voltsMax() + margin, amps),
                new Control.Voltage(envelope.voltsMin() - margin, amps),
                new Control.Voltage(Double.NaN, amps),
                new Control.Voltage(someVolts, tooManyAmps),
                new Control.Voltage(someVolts, Double.NaN),
                new Control.Power(tooManyWatts),
                new Control.Power(-tooManyWatts),
                new Control.Power(Double.NaN));
    }

    static List<Guard> guards(Envelope envelope) {
        double low = envelope.voltsMin();
        double high = envelope.voltsMax();
        double amps = envelope.ampsMax();
        double margin = margin(envelope);
        return List.of(
                new Guard(low - margin, high, amps, ONE_SECOND),
                new Guard(low, high + margin, amps, ONE_SECOND),
                new Guard(low, high, amps * A_LITTLE, ONE_SECOND),
                new Guard(low, Double.POSITIVE_INFINITY, amps, ONE_SECOND));
    }

    static List<Double> values(Regulator.Span span) {
        double margin = Math.max(span.high() - span.low(), Math.abs(span.high())) * (A_LITTLE - 1) + 1e-9;
        return DoubleStream.of(
                        span.low() - margin,
                        span.high() + margin,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY)
                .filter(value -> !span.contains(value))
                .boxed()
                .toList();
    }

    private static double margin(Envelope envelope) {
        return (envelope.voltsMax() - envelope.voltsMin()) * (A_LITTLE - 1);
    }
}
