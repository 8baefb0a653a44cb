package cellwright.palmsens;

import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.VarType;
import cellwright.palmsens.codec.Variable;
import cellwright.palmsens.script.Model;
import java.util.List;
import java.util.Optional;

/**
 * Packages to readings of voltage and current.
 *
 * <p>A measured value is preferred; a set value stands in where the instrument measures none, with the quality
 * {@code UNCERTAIN}. The first value after a change of range is {@code UNCERTAIN} too, and what the instrument cannot
 * have measured is {@code BAD}. Remembers the last ranges; mutable, one thread.
 */
final class Readings {
    static final List<Signal> SIGNALS = List.of(Signal.VOLTAGE, Signal.CURRENT);

    /** Beyond its span by so much no instrument measures: the line was damaged. */
    private static final double BELIEVABLE = 1.5;

    private final Model.Span span;
    private int voltsRange = Variable.NO_RANGE;
    private int ampsRange = Variable.NO_RANGE;

    Readings(Model model) {
        this.span = model.span();
    }

    /** The reading of a package that arrived at a time. */
    Reading of(DataPackage data, long atNanos) {
        double volts = Math.max(Math.abs(span.voltsMin()), span.voltsMax());
        Reading reading = Reading.at(
                atNanos,
                sample(data, Signal.VOLTAGE, VarType.AB, VarType.DA, voltsRange, volts),
                sample(data, Signal.CURRENT, VarType.BA, VarType.DB, ampsRange, span.ampsMax()));
        voltsRange = range(data, VarType.AB, voltsRange);
        ampsRange = range(data, VarType.BA, ampsRange);
        return reading;
    }

    /** The same values, which were true some time ago. */
    static Reading stale(Reading reading) {
        List<Sample> samples = reading.samples().stream()
                .map(sample -> sample.usable() ? new Sample(sample.signal(), sample.value(), Quality.STALE) : sample)
                .toList();
        return new Reading(reading.sinceNanos(), reading.atNanos(), samples);
    }

    private static Sample sample(
            DataPackage data, Signal signal, VarType measured, VarType set, int lastRange, double most) {
        Optional<Variable> found = data.first(measured);
        if (found.isEmpty()) {
            return data.first(set)
                    .map(told -> believed(signal, told, most, Quality.UNCERTAIN))
                    .orElse(new Sample(signal, Double.NaN, Quality.MISSING));
        }
        int range = found.get().range();
        boolean changed = lastRange != Variable.NO_RANGE && range != Variable.NO_RANGE && range != lastRange;
        return believed(signal, found.get(), most, changed ? Quality.UNCERTAIN : Quality.GOOD);
    }

    private static Sample believed(Signal signal, Variable told, double most, Quality best) {
        Quality quality = told.quality();
        if (quality == Quality.GOOD) {
            quality = best;
        }
        if (quality.usable() && Math.abs(told.value()) > BELIEVABLE * most) {
            quality = Quality.BAD;
        }
        return new Sample(signal, told.value(), quality);
    }

    private static int range(DataPackage data, VarType type, int before) {
        return data.first(type)
                .map(Variable::range)
                .filter(range -> range != Variable.NO_RANGE)
                .orElse(before);
    }
}
