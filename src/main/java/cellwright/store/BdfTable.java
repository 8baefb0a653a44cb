package cellwright.store;

import cellwright.engine.Effect;
import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Spectrum;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's rows and spectra as lines of the Battery Data Format, in whatever file. One thread.
 *
 * <p>A spectrum is a line for each usable point, of the type {@code EIS}, at the time it was complete; voltage, current, temperature and
 * pressure are those just before it was ordered.
 */
public abstract sealed class BdfTable permits BdfCsv, BdfParquet {
    private final List<BdfColumn> columns;
    private final boolean spectra;
    private Optional<BdfLine> last = Optional.empty();
    private long lines;
    private long spectrumLines;
    private long startedNanos;
    private long beganNanos;
    private long linesInStep;

    /** The columns of a run. */
    BdfTable(long unixNanos, Map<String, Integer> stepIds, boolean spectra) {
        this.columns = BdfColumn.of(unixNanos, stepIds, spectra);
        this.spectra = spectra;
    }

    /** Appends a line. */
    abstract void put(BdfLine line) throws IOException;

    final List<BdfColumn> columns() {
        return columns;
    }

    /** Notes when the run began, monotonic ns; before anything else. */
    public final void started(long atNanos) {
        startedNanos = atNanos;
    }

    /** Notes that a step began, or went on after an interruption; the lines that follow are counted from here. */
    public final void begin(Effect.StepBegan step) {
        beganNanos = step.atNanos();
        linesInStep = 0;
    }

    /** Appends a row. */
    public final void write(Row row) throws IOException {
        linesInStep++;
        add(BdfLine.of(row, row.index() + spectrumLines, row.reading().atNanos() - beganNanos, linesInStep));
    }

    /**
     * Appends the usable points of a spectrum.
     *
     * @throws IllegalStateException if the table was begun without a place for them
     */
    public final void write(SpectrumRow row) throws IOException {
        if (!spectra) {
            throw new IllegalStateException("the table has no columns for spectra");
        }
        long endNanos = row.spectrum().endNanos();
        BdfLine line = BdfLine.of(row, endNanos - startedNanos, endNanos - beganNanos);
        if (last.isPresent() && last.get().testNanos() >= row.testNanos()) {
            line = line.countedAs(last.get());
        }
        long index = last.map(BdfLine::index).orElse(0L);
        for (Spectrum.Point point : row.spectrum().points()) {
            if (isUsable(point)) {
                index++;
                linesInStep++;
                spectrumLines++;
                add(line.at(index, linesInStep, point));
            }
        }
    }

    /** Lines written so far, those of spectra among them. */
    public final long rows() {
        return lines;
    }

    private void add(BdfLine line) throws IOException {
        put(line);
        last = Optional.of(line);
        lines++;
    }

    static boolean isUsable(Spectrum.Point point) {
        return point.quality().usable() && Double.isFinite(point.hertz() + point.real() + point.imaginary());
    }
}
