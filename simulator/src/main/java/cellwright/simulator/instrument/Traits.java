package cellwright.simulator.instrument;

/**
 * What a channel's instruments are like; all zero is an ideal channel.
 *
 * @param volts the voltage input
 * @param amps the current input
 * @param range full scale of a fixed current range, A; 0 for ranges that change by themselves
 * @param load the load cell
 * @param kelvinsOffset largest error of the temperature sensor, K, at least 0
 * @param biasAmps largest current into the voltage input, A, at least 0
 * @param complianceVolts largest voltage the output can push a current with, V; infinite for any
 * @param worseOhms what a contact that has become worse adds, ohm, at least 0
 * @param sampleNanos time between the samples of the channel, over which each is averaged; above 0
 */
public record Traits(
        VoltMeter.Traits volts,
        CurrentMeter.Traits amps,
        double range,
        LoadCell.Traits load,
        double kelvinsOffset,
        double biasAmps,
        double complianceVolts,
        double worseOhms,
        long sampleNanos) {}
