package cellwright.lab;

import cellwright.instrument.Foresight;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.world.Rig;
import java.util.List;

/** A rig that is read as often as a real one: it never jumps further than from one reading to the next. */
final class ClosedLook implements Foresight {
    private final Foresight sight;
    private final long periodNanos;

    private ClosedLook(Foresight sight, long periodNanos) {
        this.sight = sight;
        this.periodNanos = periodNanos;
    }

    /** A prepared run whose rig is read at least so often. */
    static Prepared of(Prepared prepared, long periodNanos) {
        Rig rig = prepared.mounted().rig();
        Rig close = new Rig(
                new ClosedLook(rig.foresight(), periodNanos), rig.potentiostat(), rig.regulator(), rig.analyser());
        return new Prepared(
                prepared.order(),
                prepared.protocol(),
                prepared.cell(),
                new RigRoom.Mounted(close, prepared.mounted().bench()),
                prepared.program(),
                prepared.protocolText(),
                prepared.cellText(),
                prepared.warnings());
    }

    @Override
    public Identity identity() {
        return sight.identity();
    }

    @Override
    public List<Signal> signals() {
        return sight.signals();
    }

    @Override
    public void makeSafe() throws InstrumentException {
        sight.makeSafe();
    }

    @Override
    public void close() {
        sight.close();
    }

    @Override
    public long nowNanos() {
        return sight.nowNanos();
    }

    @Override
    public void watch(List<Watch> watches) {
        sight.watch(watches);
    }

    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        return sight.advance(Math.min(untilNanos, sight.nowNanos() + periodNanos));
    }

    @Override
    public Reading read() throws InstrumentException {
        return sight.read();
    }
}
