package cellwright.ascii2;

import cellwright.simulator.emulator.ascii2.ChamberProfile;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class Ascii2ContractTest implements DriverContract {
    @Override
    public Bench bench() {
        return new Bench(new Ascii2Driver(), Far.settings(), new Far(ChamberProfile.DYNAMIC).host);
    }
}
