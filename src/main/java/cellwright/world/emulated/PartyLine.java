package cellwright.world.emulated;

import cellwright.instrument.NanoClock;
import cellwright.instrument.emulation.LineDevice;
import java.util.ArrayList;
import java.util.List;

/** The instruments on one line, one as a rule and several on a bus: everybody hears everything. The bench's thread. */
final class PartyLine {
    private final NanoClock clock;
    private final List<LineDevice> devices = new ArrayList<>();

    PartyLine(NanoClock clock) {
        this.clock = clock;
    }

    /** Takes in another one, and tells its place. */
    int join(LineDevice another) {
        devices.add(another);
        return devices.size() - 1;
    }

    /** Something came over the line. */
    void hear(byte[] bytes) {
        devices.forEach(device -> device.receive(bytes, clock.nanos()));
    }

    /** The one at a place said something, and the others heard it. */
    void overhear(int speaker, byte[] said) {
        for (int place = 0; place < devices.size(); place++) {
            if (place != speaker) {
                devices.get(place).receive(said, clock.nanos());
            }
        }
    }
}
