package cellwright.store.influx;

import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Row;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run in the journal compared with the same run in the store: first it is told everything the journal tells of the run,
 * then it asks the server. One thread.
 */
public final class Reconciliation {
    private static final double PER_HOUR = 1 / 3600.0;

    private final RunLabel run;
    private final long resolutionNanos;
    private final Map<Measure, Holding.Draft> journal = new EnumMap<>(Measure.class);

    /**
     * A cycle that is not the same on both sides.
     *
     * @param run the run
     * @param measure the measurement
     * @param cycle the cycle's number; 0 for what lies before the first
     * @param journal what there should be
     * @param store what there is
     */
    public record Difference(RunLabel run, Measure measure, int cycle, CycleSum journal, CycleSum store) {
        /** In words. */
        public String words() {
            String where = run.run() + ", " + measure.words() + " of cycle " + cycle + ": ";
            if (journal.rows() == store.rows()) {
                return where + store.rows() + " rows, but times or values are not those of the journal";
            }
            return where + "the journal has " + journal.rows() + " rows, the store " + store.rows();
        }
    }

    /**
     * Begins with a run of which nothing was told yet.
     *
     * @param resolutionNanos the finest difference of time that the store keeps, ns
     */
    public Reconciliation(RunLabel run, long resolutionNanos) {
        this.run = run;
        this.resolutionNanos = resolutionNanos;
        for (Measure measure : Measure.values()) {
            journal.put(measure, new Holding.Draft());
        }
    }

    /** Takes something that the journal tells. */
    public void take(Told told) {
        switch (told.report()) {
            case Effect.Recorded recorded -> row(recorded.row(), told.unixNanos());
            case Effect.CycleEnded ended -> cycle(ended.figures(), told.unixNanos());
            case Effect.SpectrumRecorded recorded -> {
                List<Spectrum.Point> points = recorded.row().spectrum().points();
                for (int i = 0; i < points.size(); i++) {
                    add(
                            Measure.SPECTRA,
                            recorded.row().cycle(),
                            told.unixNanos() + i * resolutionNanos,
                            points.get(i).real(),
                            points.get(i).imaginary());
                }
            }
            case Effect.StepBegan ignored -> {}
            case Effect.StepEnded ignored -> {}
            case Effect.ShortSeen ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.Alarm ignored -> {}
            case Effect.RunEnded ignored -> {}
        }
    }

    private void row(Row row, long unixNanos) {
        add(
                Measure.READINGS,
                row.cycle(),
                unixNanos,
                row.reading().value(Signal.VOLTAGE),
                row.reading().value(Signal.CURRENT));
    }

    private void cycle(CycleFigures figures, long unixNanos) {
        add(
                Measure.CYCLES,
                figures.cycle(),
                unixNanos,
                figures.tally().chargeCoulombs() * PER_HOUR,
                figures.tally().dischargeCoulombs() * PER_HOUR);
    }

    private void add(Measure measure, int cycle, long unixNanos, double first, double second) {
        Holding.Draft draft = journal.get(measure);
        if (draft != null) {
            draft.add(cycle, unixNanos, first, second);
        }
    }

    /**
     * Asks the server and compares.
     *
     * @throws IOException if it does not answer
     */
    public List<Difference> against(ReadBack store) throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<Measure, Holding.Draft> entry : journal.entrySet()) {
            Holding should = entry.getValue().made();
            Holding is = store.of(run, entry.getKey());
            Set<Integer> cycles = new TreeSet<>(should.cycles().keySet());
            cycles.addAll(is.cycles().keySet());
            for (int cycle : cycles) {
                if (!should.cycle(cycle).sameAs(is.cycle(cycle), store.isExact())) {
                    differences.add(new Difference(run, entry.getKey(), cycle, should.cycle(cycle), is.cycle(cycle)));
                }
            }
        }
        return differences;
    }

    /** Whether something told belongs to one of the cycles that differ, and so is to be sent again. */
    public static boolean concerns(Told told, List<Difference> differences) {
        Set<String> wanted = new HashSet<>();
        differences.forEach(each -> wanted.add(each.measure() + " " + each.cycle()));
        return switch (told.report()) {
            case Effect.Recorded recorded ->
                wanted.contains(Measure.READINGS + " " + recorded.row().cycle());
            case Effect.CycleEnded ended ->
                wanted.contains(Measure.CYCLES + " " + ended.figures().cycle());
            case Effect.SpectrumRecorded recorded ->
                wanted.contains(Measure.SPECTRA + " " + recorded.row().cycle());
            case Effect.StepBegan ignored -> false;
            case Effect.StepEnded ignored -> false;
            case Effect.ShortSeen ignored -> false;
            case Effect.Noted ignored -> false;
            case Effect.Alarm ignored -> false;
            case Effect.RunEnded ignored -> false;
        };
    }
}
