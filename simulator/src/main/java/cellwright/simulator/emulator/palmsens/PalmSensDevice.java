package cellwright.simulator.emulator.palmsens;

import cellwright.emulation.LineDevice;
import cellwright.simulator.emulator.Tricks;
import java.util.List;

/** An emulated MethodSCRIPT instrument on a bench. Mutable, one thread. */
final class PalmSensDevice implements LineDevice {
    private final EmulatedPalmSens instrument;
    private final Tricks tricks;

    PalmSensDevice(EmulatedPalmSens instrument) {
        this.instrument = instrument;
        Mischief mischief = instrument.mischief();
        this.tricks = new Tricks()
                .toggle("silent", "neither hears nor says anything; what it drives goes on", mischief::hang)
                .toggle("overload", "every current is beyond its range", mischief::overload)
                .toggle("stuck-relay", "acknowledges that the cell is off and leaves it on", mischief::stickRelay)
                .count("drop", "loses the next lines", mischief::drop)
                .count("garble", "spoils the next lines", lines -> mischief.spoil(lines, line -> "?#" + line))
                .count("fail", "breaks its script off with an error of this number", mischief::fail)
                .word("serial", "tells another serial number, as after a swapped cable", mischief::serial)
                .count("late", "says everything so many milliseconds later", ms -> mischief.delay(ms * 1_000_000L))
                .plain("reboot", "loses power for a moment", instrument::reboot);
    }

    @Override
    public List<Trick> tricks() {
        return tricks.list();
    }

    @Override
    public void trick(String words) {
        tricks.obey(words);
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
