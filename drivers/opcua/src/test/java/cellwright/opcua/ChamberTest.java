package cellwright.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An emulated chamber that counts in degrees Celsius and in numbers of 32 bits. */
@Timeout(60)
final class ChamberTest {
    @Test
    void aTemperatureIsSetInKelvinAndHeldInCelsius() throws Exception {
        try (Workshop workshop = new Workshop()) {
            String map = workshop.map(
                    "map: a chamber",
                    "kind: chamber",
                    "namespace: urn:cellwright:stackpress:1",
                    "root: /Chamber",
                    "roles:",
                    "  Temperature.Actual: { type: Float, unit: degC, fresh: 10 s }",
                    "  Temperature.Setpoint: { type: Float, unit: degC }",
                    "  Temperature.Min: { type: Float, unit: degC }",
                    "  Temperature.Max: { type: Float, unit: degC }");
            Regulator chamber = (Regulator) workshop.open("map", map, "acquire", "read", "highest", "353.15");
            assertThat(chamber.regulates()).containsExactly(Signal.TEMPERATURE);
            assertThat(chamber.span(Signal.TEMPERATURE).low()).isCloseTo(253.15, within(1e-4));
            assertThat(chamber.span(Signal.TEMPERATURE).high()).isEqualTo(353.15);
            assertThat(chamber.read().value(Signal.TEMPERATURE)).isCloseTo(293.15, within(1e-4));
            chamber.setpoint(Signal.TEMPERATURE, 333.25, Ramp.FASTEST);
            assertThat(workshop.plant.taken()).containsExactly("Temperature.Setpoint = 60.1");
            workshop.host.clock().advance(Duration.ofHours(10));
            assertThat(chamber.read().value(Signal.TEMPERATURE)).isCloseTo(333.25, within(0.01));
        }
    }
}
