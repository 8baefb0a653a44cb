package cellwright.modbus;

import cellwright.simulator.emulator.modbus.Framing;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;

/** The rules every driver keeps, inherited. */
final class WatlowContractTest implements DriverContract {
    @Override
    public Bench bench() {
        Rig rig = Rig.watlow(Rig.watlow(Rig.oven()), Framing.TCP);
        return new Bench(new ModbusDriver(), rig.settings(), rig.host);
    }
}
