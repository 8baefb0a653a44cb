package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Signal;
import cellwright.lab.FaultyRig.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits hold while a spectrum is measured, also when that takes hours: the press is the one that misbehaves here. */
final class SpectraLimitsTest {
    private static final long SECOND = 1_000_000_000L;
    /** Its last point, at 1 mHz, takes 3000 s. */
    private static final String LONG_SWEEP = """
            - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 kHz, to: 1 mHz, per decade: 5 }
            - rest: 10 min
            """;

    @TempDir
    Path folder;

    private Rehearsal.Outcome run(String limits, long slipsAtSeconds) throws IOException, LogFailure {
        Path protocol = House.written(folder, limits, LONG_SWEEP);
        Prepared sound = House.prepared(protocol, House.warmCell(folder), Map.of(), 0);
        return House.run(FaultyRig.in(sound, Fault.PRESS_SLIPS, slipsAtSeconds * SECOND), folder.resolve("run"));
    }

    /** The pressure is back inside long before the point is over, which takes 3000 s at most. */
    @ParameterizedTest
    @ValueSource(strings = {"1 of 1", "2 of 3", "20 of 20"})
    void aPressureThatLeavesItsWindowDuringOnePointStopsTheRunAtOnce(String trips) throws IOException, LogFailure {
        String limits = "voltage: 2.7..4.4 V, pressure: { range: 200..300 MPa, trips: " + trips + " }";
        Rehearsal.Outcome outcome = run(limits, 4000);
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.LIMIT);
        assertThat(outcome.cause().message()).contains("pressure is 3.0").contains("3.00000e+08 Pa of limits");
        assertThat(outcome.virtualNanos() * 1e-9).isCloseTo(4000, within(20.0));
        SpectrumRow broken = outcome.spectra().getFirst();
        assertThat(broken.extent()).isEqualTo(Extent.BROKEN_OFF);
        assertThat(broken.spectrum().points()).hasSizeBetween(20, 30);
        assertThat(broken.after()).isEmpty();
        List<SpectrumRow> kept = RunData.of(House.replay(folder.resolve("run"))).spectra();
        assertThat(kept).isEqualTo(outcome.spectra());
    }

    @Test
    void withoutALimitNothingStopsAndTheReadingsMeanwhileAreNoRows() throws IOException, LogFailure {
        var watcher = new House.Silent();
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", LONG_SWEEP);
        Prepared sound = House.prepared(protocol, House.warmCell(folder), Map.of(), 0);
        Prepared slipping = FaultyRig.in(sound, Fault.PRESS_SLIPS, 4000 * SECOND);
        Rehearsal.Outcome outcome = VirtualRun.run(slipping, folder.resolve("run"), House.START, House.START, watcher);
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(outcome.events())
                .isGreaterThan(outcome.spectra().getFirst().spectrum().points().size());
        List<Row> rows = watcher.reports.stream()
                .filter(Effect.Recorded.class::isInstance)
                .map(report -> ((Effect.Recorded) report).row())
                .filter(row -> row.stepCount() == 1)
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().reading().value(Signal.PRESSURE)).isCloseTo(250e6, within(1e5));
    }
}
