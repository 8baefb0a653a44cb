package cellwright.scpi;

import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.scpi.codec.Numeral;
import cellwright.scpi.dialect.Measured;
import cellwright.scpi.dialect.Plan;
import cellwright.scpi.dialect.Plan.Source;
import java.util.List;

/** Measurements to readings of voltage and current; flags become quality. Stateless. */
final class Readings {
    static final List<Signal> SIGNALS = List.of(Signal.VOLTAGE, Signal.CURRENT);

    /** Beyond its reach by so much no instrument measures: the line was damaged. */
    private static final double BELIEVABLE = 1.5;

    private Readings() {}

    /** The reading of a measurement that was asked for at a time. */
    static Reading of(Measured measured, Plan plan, Model model, long atNanos) {
        return Reading.at(
                atNanos,
                sample(Signal.VOLTAGE, measured.volts(), model.volts(), volts(measured, plan)),
                sample(Signal.CURRENT, measured.amps(), model.amps(), amps(measured, plan)));
    }

    /** With the relay open, which the instrument has just confirmed, nothing flows; neither family can measure then. */
    static Reading disconnected(long atNanos) {
        return Reading.at(
                atNanos,
                new Sample(Signal.VOLTAGE, Double.NaN, Quality.MISSING),
                new Sample(Signal.CURRENT, 0, Quality.UNCERTAIN));
    }

    private static Quality volts(Measured measured, Plan plan) {
        if (measured.clamped()) {
            return Quality.BAD;
        }
        boolean voltmeterAtItsEnd = plan.source() == Source.CURRENT && plan.level() == 0 && measured.limited();
        boolean sensed = plan.source() == Source.CURRENT;
        if (voltmeterAtItsEnd || (sensed && measured.crossed())) {
            return Quality.OVERLOAD;
        }
        return measured.doubtful() || measured.hot() ? Quality.UNCERTAIN : Quality.GOOD;
    }

    private static Quality amps(Measured measured, Plan plan) {
        if (plan.source() == Source.VOLTAGE && measured.crossed()) {
            return Quality.OVERLOAD;
        }
        boolean unexpected =
                switch (plan.regulated()) {
                    case LEVEL -> measured.limited();
                    case LIMIT -> !measured.limited();
                    case EITHER -> false;
                };
        return unexpected || measured.doubtful() || measured.hot() || measured.clamped()
                ? Quality.UNCERTAIN
                : Quality.GOOD;
    }

    private static Sample sample(Signal signal, double value, double most, Quality quality) {
        if (Numeral.none(value)) {
            return new Sample(signal, Double.NaN, Quality.MISSING);
        }
        if (Numeral.overflow(value)) {
            return new Sample(signal, Double.NaN, Quality.OVERLOAD);
        }
        boolean believable = !quality.usable() || Math.abs(value) <= BELIEVABLE * most;
        return new Sample(signal, value, believable ? quality : Quality.BAD);
    }
}
