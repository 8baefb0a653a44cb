package cellwright.modbus;

import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class LoadCellContractTest implements DriverContract {
    @Override
    public Bench bench() {
        Rig rig = Rig.loadCell(Rig.cell(Rig.newtons(1234.5))).set("area", "78.54");
        return new Bench(new ModbusDriver(), rig.settings(), rig.host);
    }
}
