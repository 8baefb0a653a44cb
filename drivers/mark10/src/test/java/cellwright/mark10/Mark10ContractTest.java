package cellwright.mark10;

import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class Mark10ContractTest implements DriverContract {
    @Override
    public Bench bench() {
        return new Bench(new Mark10Driver(), Far.settings("area", "78.54"), new Far().host);
    }
}
