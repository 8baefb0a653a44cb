package cellwright.world.emulated;

import cellwright.instrument.NanoClock;
import cellwright.instrument.emulation.LineDevice;
import java.util.ArrayList;
import java.util.List;

/** The instruments on one line, one as a rule and several on a bus: everybody hears everything. The bench's thread. */
final class PartyLine {
    private final NanoClock clock;
    private final List<LineDevice> devices = new ArrayList<>();

    PartyLine(LineDevice first, NanoClock clock) {
        this.clock = clock;
        devices.add(first);
    }

    void join(LineDevice another) {
        devices.add(another);
    }

    /** Something came over the line. */
    void hear(byte[] bytes) {
        devices.forEach(device -> device.receive(bytes, clock.nanos()));
    }

    /** One of them said something, and the others heard it. */
    void overhear(LineDevice speaker, byte[] said) {
        for (LineDevice device : devices) {
            if (device != speaker) {
                device.receive(said, clock.nanos());
            }
        }
    }
}
