package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.testkit.Bench;
import cellwright.testkit.EnvelopeContract;
import cellwright.testkit.FakeHost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An emulated potentiostat that counts in milliamperes. */
@Timeout(60)
final class CellDriverTest implements EnvelopeContract {
    private static final Guard GUARD = new Guard(-1, 4.5, 5e-3, 60_000_000_000L);
    private static final String[] MAP = {
        "map: a potentiostat",
        "kind: potentiostat",
        "namespace: urn:cellwright:stackpress:1",
        "root: /Potentiostat",
        "roles:",
        "  Identity.Serial: { type: String }",
        "  Voltage.Actual: { type: Double, unit: V, fresh: 2 s }",
        "  Current.Actual: { type: Double, unit: mA, fresh: 2 s }",
        "  Voltage.Setpoint: { type: Double, unit: V }",
        "  Current.Setpoint: { type: Double, unit: mA }",
        "  Current.Limit: { type: Double, unit: mA }",
        "  Mode: { type: Int16, modes: { open: 0, current: 1, voltage: 2 } }",
        "  Guard.Voltage.Min: { type: Double, unit: V }",
        "  Guard.Voltage.Max: { type: Double, unit: V }",
        "  Guard.Current.Max: { type: Double, unit: mA }",
        "  Guard.Time: { type: Double, unit: s }"
    };

    private final List<Workshop> workshops = new ArrayList<>();
    private final Map<FakeHost, Workshop> byHost = new HashMap<>();

    private Workshop workshop() {
        var workshop = new Workshop();
        workshops.add(workshop);
        return workshop;
    }

    private static String[] changed(Workshop workshop) {
        try {
            return new String[] {
                "map", workshop.map(MAP), "volts_min", "-5", "volts_max", "5", "amps_max", "0.01", "acquire", "read"
            };
        } catch (IOException failed) {
            throw new IllegalStateException("the map cannot be written", failed);
        }
    }

    private static Potentiostat open(Workshop workshop) throws InstrumentException {
        return (Potentiostat) workshop.open(changed(workshop));
    }

    @Override
    public Bench bench() {
        Workshop workshop = workshop();
        byHost.put(workshop.host, workshop);
        return new Bench(new OpcUaDriver(), workshop.settings(changed(workshop)), workshop.host);
    }

    @Override
    public Object doing(Bench bench) {
        return Objects.requireNonNull(byHost.get(bench.host())).plant.taken();
    }

    @AfterEach
    void shut() throws Exception {
        for (Workshop each : workshops) {
            each.close();
        }
    }

    @Test
    void theGuardComesBeforeTheControlAndBothAreReadBack() throws InstrumentException {
        Workshop workshop = workshop();
        Potentiostat potentiostat = open(workshop);
        assertThat(potentiostat.autonomy()).isEqualTo(new Autonomy(true, true, true, 0));
        potentiostat.apply(new Control.Voltage(1.5, 2e-3), GUARD);
        assertThat(workshop.plant.taken())
                .containsExactly(
                        "Guard.Voltage.Min = -1.0",
                        "Guard.Voltage.Max = 4.5",
                        "Guard.Current.Max = 5.0",
                        "Guard.Time = 60.0",
                        "Current.Limit = 2.0",
                        "Voltage.Setpoint = 1.5",
                        "Mode = 2");
        workshop.host.clock().advance(Duration.ofSeconds(30));
        assertThat(potentiostat.read().value(Signal.VOLTAGE)).isCloseTo(1.5, within(0.01));
        potentiostat.makeSafe();
        Reading open = potentiostat.read();
        assertThat(open.value(Signal.CURRENT)).isCloseTo(0, within(1e-9));
        assertThat(workshop.plant.taken()).endsWith("Mode = 0");
    }

    @Test
    void aGuardThatIsNotTakenKeepsTheControlFromBeingSent() throws InstrumentException {
        Workshop workshop = workshop();
        Potentiostat potentiostat = open(workshop);
        workshop.mischief().deafen("Guard.Voltage.Max", true);
        assertFails(Kind.REFUSED, () -> potentiostat.apply(new Control.Current(1e-3), GUARD))
                .contains("Guard.Voltage.Max", "still holds 5.0");
        assertThat(workshop.plant.taken()).containsExactly("Guard.Voltage.Min = -1.0");
    }

    @Test
    void anOpenCircuitThatIsNotTakenIsToldEvenWhenMakingSafe() throws InstrumentException {
        Workshop workshop = workshop();
        Potentiostat potentiostat = open(workshop);
        potentiostat.apply(new Control.Current(1e-6), GUARD);
        workshop.mischief().deafen("Mode", true);
        assertFails(Kind.REFUSED, potentiostat::makeSafe).contains("acknowledged 0", "still holds 1");
        workshop.mischief().refuse("Mode", new StatusCode(StatusCodes.Bad_InternalError));
        assertFails(Kind.REFUSED, potentiostat::makeSafe).contains("Bad_InternalError");
    }

    @Test
    void whatAPotentiostatCanDoMustBeInTheSettings() throws IOException {
        Workshop workshop = workshop();
        String map = workshop.map(MAP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.open("map", map))
                .withMessageContaining("volts_min");
        assertThat(workshop.relay.made()).isZero();
    }
}
