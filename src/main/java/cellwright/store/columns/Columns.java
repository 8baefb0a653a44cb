package cellwright.store.columns;

import cellwright.engine.Row;
import cellwright.engine.Tally;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All columns being appended to. One that has its first number late begins with its block. One thread. */
final class Columns implements Closeable {
    private static final int NONE = -1;

    /** Those every row has a number for, in their order. */
    private static final List<Quantity> ALWAYS = List.of(
            Quantity.TEST_TIME,
            Quantity.CYCLE,
            Quantity.STEP,
            Quantity.CHARGED,
            Quantity.DISCHARGED,
            Quantity.ENERGY_CHARGED,
            Quantity.ENERGY_DISCHARGED,
            Quantity.CYCLE_CHARGED,
            Quantity.CYCLE_DISCHARGED);

    private static final int FIRST_DOUBLE = 3;

    private final Disk disk;
    private final Path folder;
    private final BookWriter book;
    private final List<ColumnWriter> writers;
    private double[] row = new double[32];
    private long rows;
    private boolean namesForced = true;
    /** Where the samples of the last reading went, because the next one has them in the same order. */
    private @Nullable Signal[] signals = new Signal[0];

    private int[] ordinals = new int[0];
    private int setPressure = NONE;

    Columns(Disk disk, Path folder, BookWriter book, List<ColumnWriter> writers, long rows) {
        this.disk = disk;
        this.folder = folder;
        this.book = book;
        this.writers = new ArrayList<>(writers);
        this.rows = rows;
        setPressure = find(Quantity.SET_PRESSURE);
    }

    long rows() {
        return rows;
    }

    int count() {
        return writers.size();
    }

    /** Takes a row in; its numbers by column are then in what is returned, until the next row. */
    double[] take(Row taken) throws IOException {
        if (writers.isEmpty()) {
            for (Quantity quantity : ALWAYS) {
                add(quantity);
            }
        }
        Arrays.fill(row, FIRST_DOUBLE, Math.max(FIRST_DOUBLE, writers.size()), Double.NaN);
        fill(taken);
        int cycle = taken.cycle();
        int step = Math.toIntExact(taken.stepCount());
        row[0] = taken.testNanos();
        row[1] = cycle;
        row[2] = step;
        writers.get(0).put(taken.testNanos());
        writers.get(1).put(cycle);
        writers.get(2).put(step);
        for (int i = FIRST_DOUBLE; i < writers.size(); i++) {
            writers.get(i).put(row[i]);
        }
        rows++;
        return row;
    }

    private void fill(Row taken) throws IOException {
        Tally test = taken.test();
        row[3] = test.chargeCoulombs();
        row[4] = test.dischargeCoulombs();
        row[5] = test.chargeJoules();
        row[6] = test.dischargeJoules();
        row[7] = taken.inCycle().chargeCoulombs();
        row[8] = taken.inCycle().dischargeCoulombs();
        if (!Double.isNaN(taken.setpointPascals())) {
            setPressure = setPressure == NONE ? add(Quantity.SET_PRESSURE) : setPressure;
            row[setPressure] = taken.setpointPascals();
        }
        List<Sample> samples = taken.reading().samples();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.usable()) {
                int ordinal = ordinal(i, sample.signal());
                row[ordinal] = sample.value();
            }
        }
    }

    private int ordinal(int sample, Signal signal) throws IOException {
        if (sample >= signals.length) {
            signals = Arrays.copyOf(signals, sample + 1);
            ordinals = Arrays.copyOf(ordinals, sample + 1);
        }
        if (!signal.equals(signals[sample])) {
            Quantity quantity = Quantity.of(signal);
            int found = find(quantity);
            ordinals[sample] = found == NONE ? add(quantity) : found;
            signals[sample] = signal;
        }
        return ordinals[sample];
    }

    private int find(Quantity quantity) {
        for (int i = 0; i < writers.size(); i++) {
            if (writers.get(i).column().quantity().equals(quantity)) {
                return i;
            }
        }
        return NONE;
    }

    private int add(Quantity quantity) throws IOException {
        int ordinal = writers.size();
        long inBlock = rows % Layout.BLOCK;
        Column column = new Column(ordinal, new Header(quantity, rows - inBlock));
        namesForced = false;
        ColumnWriter writer = ColumnWriter.create(disk, folder, column);
        writers.add(writer);
        book.append(new BookEntry.ColumnAdded(column));
        for (long i = 0; i < inBlock; i++) {
            writer.put(Double.NaN);
        }
        if (ordinal >= row.length) {
            row = Arrays.copyOf(row, 2 * row.length);
        }
        row[ordinal] = Double.NaN;
        return ordinal;
    }

    void flush() throws IOException {
        for (ColumnWriter writer : writers) {
            writer.flush();
        }
    }

    /** Makes all that was flushed durable, names included. */
    void force() throws IOException {
        for (ColumnWriter writer : writers) {
            writer.force();
        }
        if (!namesForced) {
            disk.syncDirectory(folder);
            namesForced = true;
        }
    }

    List<Integer> checksums() {
        return writers.stream().map(ColumnWriter::checksum).toList();
    }

    @Override
    public void close() throws IOException {
        for (ColumnWriter writer : writers) {
            writer.close();
        }
    }
}
