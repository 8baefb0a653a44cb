package cellwright.simulator.emulator;

import cellwright.instrument.emulation.FarEnd;
import cellwright.instrument.emulation.LineDevice;
import java.util.List;

/**
 * An instrument on a line, as it stands on a bench. As mutable as the instrument, one thread.
 *
 * @param instrument the instrument
 * @param words how it can be told to misbehave
 */
public record PlayedLine(FarEnd instrument, Tricks words) implements LineDevice {
    @Override
    public List<Trick> tricks() {
        return words.list();
    }

    @Override
    public void trick(String text) {
        words.obey(text);
    }

    @Override
    public void receive(byte[] bytes, long nowNanos) {
        instrument.receive(bytes, nowNanos);
    }

    @Override
    public byte[] fetch(long nowNanos) {
        return instrument.fetch(nowNanos);
    }

    @Override
    public long nextNanos() {
        return instrument.nextNanos();
    }

    @Override
    public void advance(long toNanos) {
        instrument.advance(toNanos);
    }
}
