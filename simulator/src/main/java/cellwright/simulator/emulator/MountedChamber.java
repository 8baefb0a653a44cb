package cellwright.simulator.emulator;

import cellwright.simulator.instrument.Chamber;

/**
 * The chamber around a mounted cell, for controllers that lead one. There is one such chamber, however often it was sent somewhere.
 *
 * @param cell what sits in it
 */
public record MountedChamber(MountedCell cell) implements Chamber {
    /** {@inheritDoc} The bench has one time, and stands where it stands. */
    @Override
    public double kelvins(long atNanos) {
        return cell.kelvins();
    }

    @Override
    public Chamber sentTo(double kelvins, double perSecond, long atNanos) {
        cell.heat(kelvins, perSecond);
        return this;
    }

    @Override
    public long patienceNanos(long atNanos) {
        return Long.MAX_VALUE;
    }
}
