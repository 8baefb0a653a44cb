package cellwright.modbus;

import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class EurothermContractTest implements DriverContract {
    @Override
    public Bench bench() {
        Rig rig = Rig.eurotherm(Rig.eurotherm(Rig.oven()));
        return new Bench(new ModbusDriver(), rig.settings(), rig.host);
    }
}
