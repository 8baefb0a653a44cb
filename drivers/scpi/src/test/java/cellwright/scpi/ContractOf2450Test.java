package cellwright.scpi;

import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import cellwright.testkit.TimedLink;

/** The rules every driver keeps, inherited, with the newer language. */
final class ContractOf2450Test implements DriverContract {
    @Override
    public Bench bench() {
        return bench(SmuKind.K2450);
    }

    static Bench bench(SmuKind kind) {
        var host = new FakeHost();
        var instrument =
                new EmulatedSmu(kind, CircuitCell.pellet(3.6), host.clock().nanos());
        host.with(Rig.ADDRESS, new TimedLink(host.clock(), instrument, 1));
        return new Bench(new ScpiDriver(), Rig.settings(kind), host);
    }
}
