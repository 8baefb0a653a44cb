package cellwright.store.columns;

import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.engine.StepKind;
import cellwright.engine.Tally;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.instrument.Unit;
import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs to test with, from seeds: events with what an engine would have said to them. */
final class Runs {
    static final Path FOLDER = Path.of("/run/readings");
    static final Origin ORIGIN = new Origin("run one", "abc");
    private static final long STARTED = 5_000_000_000L;
    private static final Signal LATE = new Signal("late comer", Unit.OHM);

    /** An event and what followed. */
    record Told(long number, Event event, List<Effect> effects) {}

    private final SplittableRandom random;
    private final List<Told> told = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long at = STARTED;
    private int cycle;
    private long step;
    private long inStep;
    private long spectra;
    private Tally test = Tally.ZERO;
    private Tally inCycle = Tally.ZERO;
    private Tally inTheStep = Tally.ZERO;

    private Runs(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A run of so many rows. */
    static Runs of(int rows, long seed) {
        Runs run = new Runs(seed);
        run.tell(new Event.Due(STARTED), List.of());
        while (run.rows.size() < rows) {
            run.next();
        }
        return run;
    }

    List<Told> told() {
        return told;
    }

    List<Row> rows() {
        return rows;
    }

    private void tell(Event event, List<Effect> effects) {
        // the run's first event is its start; what it executes does not matter to the store
        Event first = new Event.Started(
                STARTED, "run", java.util.Objects.requireNonNull(cellwright.journal.Programs.ANY.of("run", "abc")), 0);
        told.add(new Told(told.size() + 1L, told.isEmpty() ? first : event, effects));
    }

    private void next() {
        at += random.nextInt(4) == 0 ? 0 : random.nextLong(2_000_000_000L);
        List<Effect> effects = new ArrayList<>();
        int what = random.nextInt(60);
        if (step == 0 || what == 0) {
            changeStep(effects);
        }
        Event event = new Event.Due(at);
        if (what == 1) {
            effects.add(new Effect.SpectrumRecorded(spectrum()));
        } else if (what > 3) {
            Reading reading = reading();
            event = new Event.Measured(reading);
            effects.add(new Effect.Recorded(row(reading)));
        }
        tell(event, effects);
    }

    private void changeStep(List<Effect> effects) {
        if (step > 0) {
            effects.add(new Effect.StepEnded(at, step, "steps/" + step % 3, "because"));
        }
        if (random.nextInt(3) == 0) {
            if (cycle > 0) {
                effects.add(new Effect.CycleEnded(new CycleFigures(cycle, STARTED, at, inCycle, Double.NaN)));
            }
            cycle++;
            inCycle = Tally.ZERO;
        }
        step++;
        inStep = 0;
        inTheStep = Tally.ZERO;
        effects.add(new Effect.StepBegan(at, step, "steps/" + step % 3, "charge"));
    }

    private Reading reading() {
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.good(Signal.VOLTAGE, random.nextInt(40_000) * 1e-4));
        samples.add(Sample.good(Signal.CURRENT, random.nextInt(-100, 100) * 1e-6));
        if (random.nextInt(5) > 0) {
            samples.add(new Sample(
                    Signal.TEMPERATURE,
                    298 + random.nextDouble(),
                    random.nextInt(9) == 0 ? Quality.BAD : Quality.GOOD));
        }
        if (rows.size() > 500 && random.nextInt(3) == 0) {
            samples.add(Sample.good(LATE, random.nextDouble(-1, 1)));
        }
        return new Reading(at, at, samples);
    }

    private Row row(Reading reading) {
        double coulombs = random.nextDouble(-1, 1);
        test = test.plus(coulombs, coulombs * 3);
        inCycle = inCycle.plus(coulombs, coulombs * 3);
        inTheStep = inTheStep.plus(coulombs, coulombs * 3);
        inStep++;
        Row row = new Row(
                rows.size() + 1L,
                reading,
                at - STARTED,
                at - STARTED,
                cycle,
                step,
                inStep,
                "steps/" + step % 3,
                StepKind.CC_CHARGE,
                test,
                inCycle,
                inTheStep,
                rows.size() > 900 ? 250e6 : Double.NaN);
        rows.add(row);
        return row;
    }

    private SpectrumRow spectrum() {
        spectra++;
        List<Spectrum.Point> points = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            points.add(new Spectrum.Point(10 - i, random.nextDouble(), -random.nextDouble(), Quality.GOOD));
        }
        return new SpectrumRow(
                spectra,
                new Spectrum(at, at + 5, points),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 10, 1, 5, false),
                SpectrumRow.Extent.WHOLE,
                Double.NaN,
                at - STARTED,
                cycle,
                step,
                "steps/0",
                "spectrum",
                reading(),
                Optional.empty(),
                test,
                inCycle);
    }

    /** Brings all events to a store, which may know some; commits now and then and at the end. */
    void into(Ingest ingest, int commitEvery) throws IOException {
        for (Told each : told) {
            ingest.take(each.number(), each.event(), each.effects());
            if (each.number() % commitEvery == 0) {
                ingest.commit();
            }
        }
        ingest.commit();
    }

    /** A store of this run, written without a mishap. */
    void store(Disk disk, int commitEvery) throws IOException {
        try (Ingest ingest = Ingest.open(disk, FOLDER, ORIGIN)) {
            into(ingest, commitEvery);
        }
    }
}
