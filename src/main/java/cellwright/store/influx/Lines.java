package cellwright.store.influx;

import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is told of runs as lines of line protocol; the schema is in the package's story. One thread. */
final class Lines {
    static final String READINGS = "readings";
    static final String CYCLES = "cycles";
    static final String SPECTRA = "spectra";

    private static final double NANO = 1e-9;
    private static final double PER_HOUR = 1 / 3600.0;

    private final long resolutionNanos;
    private final LineText line = new LineText();
    private final Map<Signal, String> fields = new HashMap<>();
    private final Map<RunLabel, Heads> heads = new HashMap<>();

    private record Heads(String readings, String cycles, String spectra) {}

    /** Lines for a store that keeps times apart which differ by so much. */
    Lines(long resolutionNanos) {
        this.resolutionNanos = resolutionNanos;
    }

    /** Gives the lines of one report, none for most kinds. */
    void of(Told told, Consumer<String> into) {
        switch (told.report()) {
            case Effect.Recorded recorded -> into.accept(row(told, recorded.row()));
            case Effect.CycleEnded ended -> into.accept(cycle(told, ended.figures()));
            case Effect.SpectrumRecorded recorded -> spectrum(told, recorded.row(), into);
            case Effect.RunEnded ignored -> heads.remove(told.run());
            case Effect.StepBegan ignored -> {}
            case Effect.StepEnded ignored -> {}
            case Effect.ShortSeen ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.Alarm ignored -> {}
        }
    }

    private Heads heads(RunLabel run) {
        return heads.computeIfAbsent(
                run,
                each -> new Heads(
                        LineText.head(READINGS, each), LineText.head(CYCLES, each), LineText.head(SPECTRA, each)));
    }

    private String row(Told told, Row row) {
        line.begin(heads(told.run()).readings())
                .count("row", row.index())
                .count("cycle", row.cycle())
                .count("step", row.stepCount())
                .number("test_time_s", row.testNanos() * NANO);
        List<Sample> samples = row.reading().samples();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.usable()) {
                line.number(field(sample.signal()), sample.value());
            }
        }
        return line.number("setpoint_pa", row.setpointPascals())
                .number("net_charge_c", row.test().netCoulombs())
                .number("cycle_charge_c", row.inCycle().chargeCoulombs())
                .number("cycle_discharge_c", row.inCycle().dischargeCoulombs())
                .at(told.unixNanos());
    }

    private String field(Signal signal) {
        return fields.computeIfAbsent(
                signal, each -> LineText.field(each.name(), each.unit().symbol()));
    }

    private String cycle(Told told, CycleFigures figures) {
        return line.begin(heads(told.run()).cycles())
                .count("cycle", figures.cycle())
                .number("charge_ah", figures.tally().chargeCoulombs() * PER_HOUR)
                .number("discharge_ah", figures.tally().dischargeCoulombs() * PER_HOUR)
                .number("charge_wh", figures.tally().chargeJoules() * PER_HOUR)
                .number("discharge_wh", figures.tally().dischargeJoules() * PER_HOUR)
                .number("coulombic_efficiency", figures.coulombicEfficiency())
                .number("energy_efficiency", figures.energyEfficiency())
                .number("retention", figures.retention())
                .number("mean_charge_v", figures.meanChargeVolts())
                .number("mean_discharge_v", figures.meanDischargeVolts())
                .number("duration_s", (figures.endedNanos() - figures.beganNanos()) * NANO)
                .at(told.unixNanos());
    }

    private void spectrum(Told told, SpectrumRow row, Consumer<String> into) {
        List<Spectrum.Point> points = row.spectrum().points();
        for (int i = 0; i < points.size(); i++) {
            Spectrum.Point point = points.get(i);
            into.accept(line.begin(heads(told.run()).spectra())
                    .count("spectrum", row.index())
                    .count("point", i + 1)
                    .count("cycle", row.cycle())
                    .count("step", row.stepCount())
                    .number("frequency_hz", point.hertz())
                    .number("z_real_ohm", point.real())
                    .number("z_imag_ohm", point.imaginary())
                    .number("held_v", row.heldVolts())
                    .number("temperature_k", row.before().value(Signal.TEMPERATURE))
                    .number("pressure_pa", row.before().value(Signal.PRESSURE))
                    .count("usable", point.quality().usable() ? 1 : 0)
                    .at(told.unixNanos() + i * resolutionNanos));
        }
    }
}
