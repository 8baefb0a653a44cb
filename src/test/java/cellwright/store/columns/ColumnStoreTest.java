package cellwright.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Row;
import cellwright.instrument.Signal;
import cellwright.journal.RealDisk;
import cellwright.journal.SimDisk;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnStoreTest {
    private static final Runs RUN = Runs.of(9_000, 11);
    private static final List<String> WANTED = List.of("voltage", "temperature", "late comer", "set pressure");
    private static final List<ToDoubleFunction<Row>> FROM_ROWS = List.of(
            row -> row.reading().value(Signal.VOLTAGE),
            row -> row.reading().value(Signal.TEMPERATURE),
            row -> row.reading().value(new Signal("late comer", cellwright.instrument.Unit.OHM)),
            Row::setpointPascals);

    private static ColumnStore store() throws IOException {
        SimDisk disk = new SimDisk();
        RUN.store(disk, 2_500);
        return ColumnStore.open(disk, Runs.FOLDER);
    }

    @Test
    void everyNumberOfEveryRowIsThere() throws IOException {
        try (ColumnStore store = store()) {
            assertThat(store.rows()).isEqualTo(9_000);
            assertThat(store.origin()).isEqualTo(Runs.ORIGIN);
            for (int q = 0; q < WANTED.size(); q++) {
                double[] numbers = new double[9_100];
                assertThat(store.read(WANTED.get(q), 0, numbers)).isEqualTo(9_000);
                for (int i = 0; i < 9_000; i++) {
                    assertThat(numbers[i])
                            .isEqualTo(boxed(
                                    FROM_ROWS.get(q).applyAsDouble(RUN.rows().get(i))));
                }
            }
            double[] times = new double[9_000];
            store.read("test time", 0, times);
            double[] charge = new double[9_000];
            store.read("charge in cycle", 0, charge);
            for (int i = 0; i < 9_000; i++) {
                assertThat(times[i]).isEqualTo((double) RUN.rows().get(i).testNanos());
                assertThat(charge[i]).isEqualTo(RUN.rows().get(i).inCycle().chargeCoulombs());
            }
        }
    }

    @Test
    void aPlotSaysOfItsBucketsWhatTheirRowsSay() throws IOException {
        try (ColumnStore store = store()) {
            Property.forAll(Numbers.ints(0, 9_000).list(3, 3)).checkWhole(150, drawn -> {
                long from = Math.min(drawn.get(0), drawn.get(1));
                long to = Math.max(drawn.get(0), drawn.get(1));
                int points = 1 + drawn.get(2) % 700;
                agree(store.plot(WANTED, new Span.Records(from, to), points), from, to, points);
                if (to > from) {
                    long fromNanos = RUN.rows().get((int) from).testNanos();
                    long toNanos = RUN.rows().get((int) to - 1).testNanos() + 1;
                    agree(
                            store.plot(WANTED, new Span.Time(fromNanos, toNanos), points),
                            rowsBefore(fromNanos),
                            rowsBefore(toNanos),
                            points);
                }
            });
        }
    }

    /** NaN equals NaN. */
    private static Double boxed(double number) {
        return number;
    }

    private static long rowsBefore(long nanos) {
        return RUN.rows().stream().filter(row -> row.testNanos() < nanos).count();
    }

    private static void agree(Plot plot, long from, long to, int points) {
        assertThat(plot.size()).isLessThanOrEqualTo(points);
        if (to - from <= points) {
            assertThat((long) plot.size()).isEqualTo(to - from);
        }
        long row = from;
        for (int b = 0; b < plot.size(); b++) {
            assertThat(plot.firstRow(b)).isEqualTo(row);
            row += plot.rows(b);
            List<Row> rows = RUN.rows().subList((int) plot.firstRow(b), (int) row);
            assertThat(plot.firstNanos(b)).isEqualTo(rows.getFirst().testNanos());
            assertThat(plot.lastNanos(b)).isEqualTo(rows.getLast().testNanos());
            for (int q = 0; q < WANTED.size(); q++) {
                ToDoubleFunction<Row> number = FROM_ROWS.get(q);
                assertThat(plot.first(q, b)).isEqualTo(boxed(number.applyAsDouble(rows.getFirst())));
                assertThat(plot.last(q, b)).isEqualTo(boxed(number.applyAsDouble(rows.getLast())));
                var usable = rows.stream()
                        .mapToDouble(number)
                        .filter(each -> !Double.isNaN(each))
                        .summaryStatistics();
                assertThat(plot.least(q, b)).isEqualTo(boxed(usable.getCount() == 0 ? Double.NaN : usable.getMin()));
                assertThat(plot.most(q, b)).isEqualTo(boxed(usable.getCount() == 0 ? Double.NaN : usable.getMax()));
            }
        }
        assertThat(row).isEqualTo(to);
    }

    @Test
    void stepsAndCyclesSayWhatTheirRowsSay() throws IOException {
        try (ColumnStore store = store()) {
            int volts = store.column("voltage").orElseThrow();
            assertThat(store.cycles()).hasSizeGreaterThan(10);
            for (CycleRows cycle : store.cycles()) {
                List<Row> rows = RUN.rows().stream()
                        .filter(row -> row.cycle() == cycle.rows().number())
                        .toList();
                group(cycle.rows(), rows, volts);
                assertThat(cycle.rows().tally()).isEqualTo(rows.getLast().inCycle());
            }
            assertThat(store.steps()).hasSizeGreaterThan(100);
            for (StepRows step : store.steps()) {
                List<Row> rows = RUN.rows().stream()
                        .filter(row -> row.stepCount() == step.rows().number())
                        .toList();
                assertThat(step.label()).isEqualTo("charge");
                if (!rows.isEmpty()) {
                    group(step.rows(), rows, volts);
                }
            }
            RunSummary summary = store.summary();
            assertThat(summary.rows()).isEqualTo(9_000);
            assertThat(summary.events()).isEqualTo(RUN.told().size());
            assertThat(summary.cycle().orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(store.cycles().getLast());
            Plot cycle = store.plot(List.of("voltage"), new Span.Cycles(2, 3), 100_000);
            assertThat((long) cycle.size())
                    .isEqualTo(RUN.rows().stream()
                            .filter(row -> row.cycle() == 2 || row.cycle() == 3)
                            .count());
        }
    }

    private static void group(RowGroup group, List<Row> rows, int volts) {
        var stats = rows.stream()
                .mapToDouble(row -> row.reading().value(Signal.VOLTAGE))
                .summaryStatistics();
        assertThat(group.rows()).isEqualTo(rows.size());
        assertThat(group.firstRow()).isEqualTo(rows.getFirst().index() - 1);
        assertThat(group.firstNanos()).isEqualTo(rows.getFirst().testNanos());
        assertThat(group.lastNanos()).isEqualTo(rows.getLast().testNanos());
        assertThat(group.spread().least(volts)).isEqualTo(stats.getMin());
        assertThat(group.spread().most(volts)).isEqualTo(stats.getMax());
        assertThat(group.spread().first(volts))
                .isEqualTo(rows.getFirst().reading().value(Signal.VOLTAGE));
        assertThat(group.spread().last(volts))
                .isEqualTo(rows.getLast().reading().value(Signal.VOLTAGE));
    }

    @Test
    void spectraAreListedAndTheirPointsKept() throws IOException {
        try (ColumnStore store = store()) {
            assertThat(store.spectra()).hasSizeGreaterThan(50);
            KeptSpectrum last = store.spectra().getLast();
            assertThat(last.index()).isEqualTo(store.spectra().size());
            assertThat(store.points(store.spectra().size() - 1))
                    .hasSize(last.points())
                    .hasSize(5);
        }
    }

    @Test
    void aReaderSeesWhatWasCommittedAndMoreWhenItRefreshes() throws IOException {
        SimDisk disk = new SimDisk();
        try (Ingest ingest = Ingest.open(disk, Runs.FOLDER, Runs.ORIGIN)) {
            ColumnStore store = ColumnStore.open(disk, Runs.FOLDER);
            assertThat(store.rows()).isZero();
            assertThat(store.plot(List.of(), Span.ALL, 10).size()).isZero();
            for (Runs.Told told : RUN.told()) {
                ingest.take(told.number(), told.event(), told.effects());
                if (told.number() % 900 == 0) {
                    long before = store.rows();
                    ingest.commit();
                    assertThat(store.rows()).isEqualTo(before);
                    store.refresh();
                    agree(store.plot(WANTED.subList(0, 1), Span.ALL, 300), store.rows());
                    assertThat(store.rows()).isEqualTo(ingest.rows());
                }
            }
            try (Ingest anew = closedAndAnew(ingest, disk)) {
                assertThat(anew.position()).isZero();
                store.refresh();
                assertThat(store.rows()).isZero();
            }
            store.close();
        }
    }

    private static Ingest closedAndAnew(Ingest ingest, SimDisk disk) throws IOException {
        ingest.close();
        return Ingest.anew(disk, Runs.FOLDER, Runs.ORIGIN);
    }

    private static void agree(Plot plot, long rows) {
        long seen = 0;
        for (int b = 0; b < plot.size(); b++) {
            seen += plot.rows(b);
            double least = RUN.rows().subList((int) plot.firstRow(b), (int) (plot.firstRow(b) + plot.rows(b))).stream()
                    .mapToDouble(row -> row.reading().value(Signal.VOLTAGE))
                    .min()
                    .orElseThrow();
            assertThat(plot.least(0, b)).isEqualTo(least);
        }
        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void aStoreInARealFolderCanBeMovedAndGoesOn(@TempDir Path folder) throws IOException {
        Path here = folder.resolve("a/readings");
        try (Ingest ingest = Ingest.open(new RealDisk(), here, Runs.ORIGIN)) {
            for (Runs.Told told : RUN.told().subList(0, 5_000)) {
                ingest.take(told.number(), told.event(), told.effects());
            }
            ingest.commit();
        }
        Path there = folder.resolve("b");
        Files.move(folder.resolve("a"), there);
        try (Ingest ingest = Ingest.open(new RealDisk(), there.resolve("readings"), Runs.ORIGIN)) {
            assertThat(ingest.position()).isLessThanOrEqualTo(5_000).isGreaterThan(4_900);
            RUN.into(ingest, 1_000);
        }
        try (ColumnStore store = ColumnStore.open(there.resolve("readings"))) {
            agree(store.plot(WANTED.subList(0, 1), Span.ALL, 300), 9_000);
        }
        assertThat(StoreCheck.check(new RealDisk(), there.resolve("readings"))).isEmpty();
    }

    @Test
    void wrongQuestionsAreRefused(@TempDir Path folder) throws IOException {
        try (ColumnStore store = store()) {
            assertThatThrownBy(() -> store.plot(List.of("volts"), Span.ALL, 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("volts")
                    .hasMessageContaining("voltage");
            assertThatThrownBy(() -> store.plot(WANTED, Span.ALL, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Span.Records(5, 4)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Span.Time(5, 4)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Span.Cycles(5, 4)).isInstanceOf(IllegalArgumentException.class);
            assertThat(store.plot(WANTED, new Span.Cycles(7_000, 7_001), 10).size())
                    .isZero();
            assertThat(store.plot(WANTED, new Span.Time(Long.MAX_VALUE - 1, Long.MAX_VALUE), 10)
                            .size())
                    .isZero();
        }
        assertThatThrownBy(() -> ColumnStore.open(folder)).isInstanceOf(NoSuchFileException.class);
    }
}
