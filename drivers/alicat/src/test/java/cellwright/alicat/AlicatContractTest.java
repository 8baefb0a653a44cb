package cellwright.alicat;

import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class AlicatContractTest implements DriverContract {
    @Override
    public Bench bench() {
        return new Bench(new AlicatDriver(), Far.settings(), new Far().host);
    }
}
