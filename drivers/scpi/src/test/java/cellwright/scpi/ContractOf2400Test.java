package cellwright.scpi;

import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited, with the older language. */
final class ContractOf2400Test implements DriverContract {
    @Override
    public Bench bench() {
        return ContractOf2450Test.bench(SmuKind.K2400);
    }
}
