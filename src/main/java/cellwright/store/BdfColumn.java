package cellwright.store;

import cellwright.instrument.Signal;
import cellwright.store.parquet.ParquetBatch;
import cellwright.store.parquet.ParquetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a Battery Data Format table: the preferred label of the ontology (Battery Data Alliance, version 1.3.0) and
 * what a line's cell is. What was not measured is an empty text, or missing where a file has a word for that.
 *
 * @param label {@code Quantity / unit}
 * @param cell how it comes about
 */
record BdfColumn(String label, Cell cell) {
    private static final double CELSIUS_ZERO = 273.15;
    private static final double PER_HOUR = 1 / 3600.0;

    /** What a line's cell is. */
    sealed interface Cell {
        /** An instant or a duration, kept in ns, told in s. */
        record Time(ToLongFunction<BdfLine> nanos) implements Cell {}

        /** A measured or counted quantity; NaN if there is none. */
        record Quantity(ToDoubleFunction<BdfLine> value) implements Cell {}

        /** What is counted up in doubles. */
        record Counter(ToDoubleFunction<BdfLine> value) implements Cell {}

        /** A count or the number of something. */
        record Whole(ToLongFunction<BdfLine> value) implements Cell {}

        /** A word. */
        record Word(Function<BdfLine, String> value) implements Cell {}
    }

    /** The cell as text, locale-independent. */
    String text(BdfLine line) {
        return switch (cell) {
            case Cell.Time time -> Decimal.seconds(time.nanos.applyAsLong(line));
            case Cell.Quantity number -> Decimal.number(number.value.applyAsDouble(line));
            case Cell.Counter counter -> Decimal.number(counter.value.applyAsDouble(line));
            case Cell.Whole whole -> Long.toString(whole.value.applyAsLong(line));
            case Cell.Word word -> word.value.apply(line);
        };
    }

    /** The column of a Parquet file. */
    ParquetColumn parquet() {
        return switch (cell) {
            case Cell.Time ignored -> ParquetColumn.counter(label);
            case Cell.Quantity ignored -> ParquetColumn.number(label);
            case Cell.Counter ignored -> ParquetColumn.counter(label);
            case Cell.Whole ignored -> ParquetColumn.whole(label);
            case Cell.Word ignored -> ParquetColumn.text(label);
        };
    }

    /** Sets the cell of a batch's row. */
    void put(ParquetBatch batch, int column, BdfLine line) {
        switch (cell) {
            case Cell.Time time -> batch.number(column, Decimal.secondsAsDouble(time.nanos.applyAsLong(line)));
            case Cell.Quantity number -> batch.number(column, number.value.applyAsDouble(line));
            case Cell.Counter counter -> batch.number(column, counter.value.applyAsDouble(line));
            case Cell.Whole whole -> batch.whole(column, whole.value.applyAsLong(line));
            case Cell.Word word -> batch.text(column, word.value.apply(line));
        }
    }

    /**
     * The columns of a run, in the order written.
     *
     * @param unixNanos wall-clock label of the run's start
     * @param stepIds protocol path to the number of the program's step, from 1
     * @param spectra whether there are lines of spectra
     */
    static List<BdfColumn> of(long unixNanos, Map<String, Integer> stepIds, boolean spectra) {
        List<BdfColumn> columns = new ArrayList<>(List.of(
                time("Test Time / s", BdfLine::testNanos),
                time("Unix Time / s", line -> unixNanos + line.testNanos()),
                signal("Voltage / V", Signal.VOLTAGE, 0),
                signal("Current / A", Signal.CURRENT, 0),
                whole("Cycle Count / 1", BdfLine::cycle),
                whole("Step Count / 1", BdfLine::stepCount),
                whole("Step ID", line -> stepIds.getOrDefault(line.path(), 0)),
                new BdfColumn("Step Type", new Cell.Word(BdfLine::stepType)),
                time("Step Time / s", BdfLine::stepNanos),
                whole("Record Index / 1", BdfLine::index),
                whole("Step Record Index / 1", BdfLine::indexInStep),
                hourly("Charging Capacity / Ah", line -> line.test().chargeCoulombs()),
                hourly("Discharging Capacity / Ah", line -> line.test().dischargeCoulombs()),
                hourly("Net Capacity / Ah", line -> line.test().netCoulombs()),
                hourly("Charging Energy / Wh", line -> line.test().chargeJoules()),
                hourly("Discharging Energy / Wh", line -> line.test().dischargeJoules()),
                hourly("Cycle Charging Capacity / Ah", line -> line.inCycle().chargeCoulombs()),
                hourly("Cycle Discharging Capacity / Ah", line -> line.inCycle().dischargeCoulombs()),
                number("Power / W", line -> line.value(Signal.VOLTAGE) * line.value(Signal.CURRENT)),
                signal("Ambient Temperature / degC", Signal.TEMPERATURE, -CELSIUS_ZERO),
                signal("Temperature T1 / degC", Signal.TEMPERATURE, -CELSIUS_ZERO),
                number("Applied Pressure / Pa", BdfLine::setpointPascals),
                signal("Surface Pressure / Pa", Signal.PRESSURE, 0)));
        if (spectra) {
            columns.add(number("Frequency / Hz", line -> line.point().hertz()));
            columns.add(number("Real Impedance / ohm", line -> line.point().real()));
            columns.add(number("Imaginary Impedance / ohm", line -> line.point().imaginary()));
        }
        return List.copyOf(columns);
    }

    private static BdfColumn time(String label, ToLongFunction<BdfLine> nanos) {
        return new BdfColumn(label, new Cell.Time(nanos));
    }

    private static BdfColumn whole(String label, ToLongFunction<BdfLine> value) {
        return new BdfColumn(label, new Cell.Whole(value));
    }

    private static BdfColumn number(String label, ToDoubleFunction<BdfLine> value) {
        return new BdfColumn(label, new Cell.Quantity(value));
    }

    private static BdfColumn signal(String label, Signal signal, double offset) {
        return number(label, line -> line.value(signal) + offset);
    }

    private static BdfColumn hourly(String label, ToDoubleFunction<BdfLine> perSecond) {
        return new BdfColumn(label, new Cell.Counter(line -> perSecond.applyAsDouble(line) * PER_HOUR));
    }
}
