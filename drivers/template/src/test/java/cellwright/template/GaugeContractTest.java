package cellwright.template;

import cellwright.instrument.Settings;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import java.util.Map;

/** The rules every driver keeps, inherited. */
final class GaugeContractTest implements DriverContract {
    @Override
    public Bench bench() {
        var host = new FakeHost().with("serial:gauge", new EmulatedGauge("0042"));
        return new Bench(new GaugeDriver(), new Settings(Map.of("link", "serial:gauge")), host);
    }
}
