package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * The spectra that one instrument is asked for, and whom they go to. A real analyser has its lane to itself until it answers; a
 * simulated one only begins, and goes on while it is read. The world's thread.
 */
final class Spectra {
    private final Terminal terminal;
    private final Lane lane;
    private final Occupancy occupancy;
    private final ObjLongConsumer<InstrumentException> brokenOff;
    private final ObjLongConsumer<InstrumentException> failed;
    private Optional<Sweeping> sweeping = Optional.empty();

    /** A spectrum that goes on while the instrument is read. */
    private record Sweeping(Command order, ObjLongConsumer<Spectrum> taken) {}

    /**
     * None so far.
     *
     * @param brokenOff told of one that something more urgent ended, which nobody on its channel had asked for
     * @param failed told of one that failed
     */
    Spectra(
            Terminal terminal,
            Lane lane,
            Occupancy occupancy,
            ObjLongConsumer<InstrumentException> brokenOff,
            ObjLongConsumer<InstrumentException> failed) {
        this.terminal = terminal;
        this.lane = lane;
        this.occupancy = occupancy;
        this.brokenOff = brokenOff;
        this.failed = failed;
    }

    /** As {@link Berth#measure}, of an instrument that is there. */
    void measure(Command order, Sweep sweep, ObjLongConsumer<Spectrum> taken) {
        occupancy.take();
        var outcome = new SpectrumWork.Outcome(
                taken,
                () -> sweeping = Optional.of(new Sweeping(order, taken)),
                (failure, at) -> brokenOff(order, failure, at),
                failed);
        lane.submit(Lane.Rank.COMMAND, new SpectrumWork(terminal, lane, occupancy, order, sweep, outcome));
    }

    /** Who had the cell made safe waits for no spectrum; who did not must know that none will come. */
    private void brokenOff(Command order, InstrumentException failure, long at) {
        if (!order.isStruckOut()) {
            brokenOff.accept(failure, at);
        }
    }

    /** One that was only begun is over. Made safe in its first point, it has come to nothing. */
    void finished(Spectrum spectrum, long at) {
        Optional<Sweeping> begun = sweeping;
        sweeping = Optional.empty();
        begun.filter(each -> !each.order().isStruckOut() || !spectrum.points().isEmpty())
                .ifPresent(each -> each.taken().accept(spectrum, at));
    }

    /** The instrument is lost, and what it had begun. */
    void forget() {
        sweeping = Optional.empty();
    }
}
