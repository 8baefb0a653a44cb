package cellwright.store;

import cellwright.engine.Row;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of a Battery Data Format table: the preferred label of the ontology (Battery Data Alliance, version 1.3.0) and
 * how a line's text comes about. An empty text means the quantity was not measured.
 *
 * @param label {@code Quantity / unit}
 * @param text a line's value, locale-independent
 */
record BdfColumn(String label, Function<Line, String> text) {
    /**
     * A row of the run, counted as the format counts: a step that goes on after an interruption is a step of its own.
     *
     * @param row the row
     * @param stepNanos time since that step began
     * @param indexInStep from 1 within it
     */
    record Line(Row row, long stepNanos, long indexInStep) {}

    private static final double CELSIUS_ZERO = 273.15;
    private static final double PER_HOUR = 1 / 3600.0;

    /**
     * The columns of a run, in the order written.
     *
     * @param unixNanos wall-clock label of the run's start
     * @param stepIds protocol path to the number of the program's step, from 1
     */
    static List<BdfColumn> of(long unixNanos, Map<String, Integer> stepIds) {
        return List.of(
                of("Test Time / s", row -> Decimal.seconds(row.testNanos())),
                of("Unix Time / s", row -> Decimal.seconds(unixNanos + row.testNanos())),
                signal("Voltage / V", Signal.VOLTAGE, 0),
                signal("Current / A", Signal.CURRENT, 0),
                of("Cycle Count / 1", row -> Integer.toString(row.cycle())),
                of("Step Count / 1", row -> Long.toString(row.stepCount())),
                of("Step ID", row -> stepIds.getOrDefault(row.path(), 0).toString()),
                of("Step Type", row -> row.kind().code()),
                new BdfColumn("Step Time / s", line -> Decimal.seconds(line.stepNanos())),
                of("Record Index / 1", row -> Long.toString(row.index())),
                new BdfColumn("Step Record Index / 1", line -> Long.toString(line.indexInStep())),
                hourly("Charging Capacity / Ah", row -> row.test().chargeCoulombs()),
                hourly("Discharging Capacity / Ah", row -> row.test().dischargeCoulombs()),
                hourly("Net Capacity / Ah", row -> row.test().netCoulombs()),
                hourly("Charging Energy / Wh", row -> row.test().chargeJoules()),
                hourly("Discharging Energy / Wh", row -> row.test().dischargeJoules()),
                hourly("Cycle Charging Capacity / Ah", row -> row.inCycle().chargeCoulombs()),
                hourly("Cycle Discharging Capacity / Ah", row -> row.inCycle().dischargeCoulombs()),
                of(
                        "Power / W",
                        row -> Decimal.number(row.reading().value(Signal.VOLTAGE)
                                * row.reading().value(Signal.CURRENT))),
                signal("Ambient Temperature / degC", Signal.TEMPERATURE, -CELSIUS_ZERO),
                signal("Temperature T1 / degC", Signal.TEMPERATURE, -CELSIUS_ZERO),
                of("Applied Pressure / Pa", row -> Decimal.number(row.setpointPascals())),
                signal("Surface Pressure / Pa", Signal.PRESSURE, 0));
    }

    private static BdfColumn of(String label, Function<Row, String> text) {
        return new BdfColumn(label, line -> text.apply(line.row()));
    }

    private static BdfColumn signal(String label, Signal signal, double offset) {
        return of(label, row -> Decimal.number(row.reading().value(signal) + offset));
    }

    private static BdfColumn hourly(String label, Function<Row, Double> coulombs) {
        return of(label, row -> Decimal.number(coulombs.apply(row) * PER_HOUR));
    }
}
