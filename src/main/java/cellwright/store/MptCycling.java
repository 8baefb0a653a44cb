package cellwright.store;

import cellwright.engine.Effect;
import cellwright.engine.Nanos;
import cellwright.engine.Row;
import cellwright.engine.StepKind;
import cellwright.instrument.Signal;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run's rows as EC-Lab ASCII, technique galvanostatic cycling. One thread. */
public final class MptCycling implements Closeable {
    private static final List<String> COLUMNS = List.of(
            "mode",
            "ox/red",
            "error",
            "control changes",
            "Ns changes",
            "counter inc.",
            "Ns",
            "time/s",
            "dq/mA.h",
            "(Q-Qo)/mA.h",
            "Ewe/V",
            "I/mA",
            "Q charge/mA.h",
            "Q discharge/mA.h",
            "half cycle",
            "cycle number",
            "step time/s");
    private static final double MILLI_PER_HOUR = 1 / 3.6;
    private static final int GALVANO = 1;
    private static final int POTENTIO = 2;
    private static final int REST = 3;

    private final BufferedWriter out;
    private final Map<String, Integer> stepIds;
    private final StringBuilder line = new StringBuilder();
    private long rows;
    private long beganNanos;
    private boolean fresh = true;
    private int lastSequence = -1;
    private double lastNet;
    private int halfCycles;
    private double lastDirection;

    /**
     * Begins a file.
     *
     * @param file where to
     * @param about where the data come from
     * @param cell what the heading says of it
     * @param stepIds protocol path to the number of the program's step, from 1; sequence Ns counts from 0
     * @param amps the current each step asks for, in the order of the numbers; 0 where it asks for none
     */
    public MptCycling(Path file, Provenance about, MptCell cell, Map<String, Integer> stepIds, List<Double> amps)
            throws IOException {
        this.out = MptText.open(file);
        this.stepIds = stepIds;
        out.write(MptText.heading(
                "Galvanostatic Cycling with Potential Limitation",
                MptText.about(about, cell, String.valueOf(file.getFileName())),
                MptParameters.cycling(amps),
                COLUMNS));
    }

    /** Notes that a step began or went on. */
    public void begin(Effect.StepBegan step) {
        beganNanos = step.atNanos();
        fresh = true;
    }

    /** Appends a row. */
    public void write(Row row) throws IOException {
        int sequence = Math.max(0, stepIds.getOrDefault(row.path(), 1) - 1);
        double amps = row.reading().value(Signal.CURRENT);
        double direction = Double.isNaN(amps) ? 0 : Math.signum(amps);
        if (direction != 0 && row.kind() != StepKind.REST && direction != lastDirection) {
            halfCycles += lastDirection == 0 ? 0 : 1;
            lastDirection = direction;
        }
        double net = row.test().netCoulombs() * MILLI_PER_HOUR;
        line.setLength(0);
        whole(mode(row.kind())).whole(direction > 0 ? 1 : 0).whole(0).whole(fresh ? 1 : 0);
        whole(sequence != lastSequence && lastSequence >= 0 ? 1 : 0).whole(0).whole(sequence);
        number(seconds(row.testNanos())).number(net - lastNet).number(net);
        number(row.reading().value(Signal.VOLTAGE)).number(amps * 1e3);
        number(row.inCycle().chargeCoulombs() * MILLI_PER_HOUR);
        number(row.inCycle().dischargeCoulombs() * MILLI_PER_HOUR);
        whole(halfCycles).number(row.cycle()).number(seconds(row.reading().atNanos() - beganNanos));
        line.setLength(line.length() - 1);
        out.append(line.append("\r\n"));
        lastNet = net;
        lastSequence = sequence;
        fresh = false;
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static double seconds(long nanos) {
        return (double) nanos / Nanos.PER_SECOND;
    }

    private static int mode(StepKind kind) {
        return switch (kind) {
            case CC_CHARGE, CC_DISCHARGE, CP_CHARGE, CP_DISCHARGE -> GALVANO;
            case CV -> POTENTIO;
            case REST, SETTLE, SPECTRUM -> REST;
        };
    }

    private MptCycling whole(int value) {
        line.append(value).append('\t');
        return this;
    }

    private MptCycling number(double value) {
        line.append(MptText.number(value)).append('\t');
        return this;
    }
}
