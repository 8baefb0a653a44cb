package cellwright.store.columns;

import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.engine.Tally;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Sweep;
import java.nio.ByteBuffer;

/**
 * A spectrum of a run as the store lists it; its points are asked for by its index.
 *
 * @param index from 1, +1 for each spectrum of the run
 * @param testNanos when it was ordered, test time
 * @param durationNanos from its first frequency to its last
 * @param cycle number of the running or last cycle; 0 before the first
 * @param step number of the step in the run
 * @param path the protocol's step
 * @param label the step in words
 * @param extent how much of it there is
 * @param sweep what was asked for
 * @param heldVolts the potential held meanwhile; NaN at open circuit
 * @param volts cell voltage just before; NaN if it was not measured
 * @param kelvins temperature just before
 * @param pascals stack pressure just before
 * @param test charge and energy from the run's beginning to the order
 * @param inCycle charge and energy from that cycle's beginning to the order
 * @param points how many points it has
 */
public record KeptSpectrum(
        long index,
        long testNanos,
        long durationNanos,
        int cycle,
        long step,
        String path,
        String label,
        Extent extent,
        Sweep sweep,
        double heldVolts,
        double volts,
        double kelvins,
        double pascals,
        Tally test,
        Tally inCycle,
        int points) {
    static KeptSpectrum of(SpectrumRow row) {
        Reading before = row.before();
        return new KeptSpectrum(
                row.index(),
                row.testNanos(),
                row.spectrum().endNanos() - row.spectrum().startNanos(),
                row.cycle(),
                row.stepCount(),
                row.path(),
                row.label(),
                row.extent(),
                row.sweep(),
                row.heldVolts(),
                before.value(Signal.VOLTAGE),
                before.value(Signal.TEMPERATURE),
                before.value(Signal.PRESSURE),
                row.test(),
                row.inCycle(),
                row.spectrum().points().size());
    }

    void pack(Packer into) {
        into.put(index).put(testNanos).put(durationNanos).put(cycle).put(step);
        into.put(path).put(label).put(extent.name()).put(sweep.mode().name());
        into.put(sweep.amplitude()).put(sweep.fromHz()).put(sweep.toHz()).put(sweep.pointsPerDecade());
        into.put((byte) (sweep.atHold() ? 1 : 0));
        into.put(heldVolts).put(volts).put(kelvins).put(pascals);
        RowGroup.pack(into, test);
        RowGroup.pack(into, inCycle);
        into.put(points);
    }

    static KeptSpectrum unpack(ByteBuffer from) {
        return new KeptSpectrum(
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getInt(),
                from.getLong(),
                Packer.text(from),
                Packer.text(from),
                Extent.valueOf(Packer.text(from)),
                new Sweep(
                        Sweep.Mode.valueOf(Packer.text(from)),
                        from.getDouble(),
                        from.getDouble(),
                        from.getDouble(),
                        from.getInt(),
                        from.get() != 0),
                from.getDouble(),
                from.getDouble(),
                from.getDouble(),
                from.getDouble(),
                RowGroup.tally(from),
                RowGroup.tally(from),
                from.getInt());
    }
}
