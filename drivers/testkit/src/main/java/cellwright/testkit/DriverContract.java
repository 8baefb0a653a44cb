package cellwright.testkit;

/**
 * Everything that holds for every driver. A driver's test module contains
 *
 * <pre>{@code
 * final class GaugeContractTest implements DriverContract {
 *     @Override
 *     public Bench bench() {
 *         var host = new FakeHost().with("tcp:gauge", new EmulatedGauge());
 *         return new Bench(new GaugeDriver(), new Settings(Map.of("link", "tcp:gauge")), host);
 *     }
 * }
 * }</pre>
 *
 * <p>and inherits the checks of the four parts. Those of {@link EnvelopeContract} are skipped where the instrument is
 * neither potentiostat nor regulator.
 */
public interface DriverContract extends DeclarationContract, InstrumentContract, DeadLinkContract, EnvelopeContract {}
