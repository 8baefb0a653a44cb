package cellwright.modbus;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Octets;
import cellwright.modbus.codec.RtuState;

/** RTU frames, on a serial line or through a serial device server. The thread of the link only. */
final class RtuWire implements Wire {
    private final Line line;
    private final int unit;

    RtuWire(Line line, int unit) {
        this.line = line;
        this.unit = unit;
    }

    @Override
    public Octets exchange(Call call) throws InstrumentException {
        line.quieten();
        Deadline deadline = line.send(RtuState.frame(unit, call.pdu()));
        RtuState state = RtuState.start(unit, call);
        while (state instanceof RtuState.Waiting && !line.over(deadline)) {
            state = state.on(line.receive(deadline));
        }
        return switch (state.silence()) {
            case RtuState.Complete complete -> complete.pdu();
            case RtuState.Waiting waiting -> throw line.unanswered(call.told(), waiting.remark());
        };
    }
}
