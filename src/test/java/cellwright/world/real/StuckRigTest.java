package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.instrument.Control;
import cellwright.instrument.Driver;
import cellwright.instrument.Guard;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's {@code instrument=real} by the clock (catalogue S10): its noise is believed, its stopped converter is not. */
class StuckRigTest {
    private static final Guard GUARD = new Guard(1, 4.5, 0.01, Long.MAX_VALUE);

    private final HandLanes lanes = new HandLanes((address, clock) -> Optional.empty());
    private final List<Reading> readings = new ArrayList<>();
    private final List<Event.Failed> failures = new ArrayList<>();

    private RealWorld world(Map<String, String> more) {
        Driver driver = ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("simulator"))
                .findFirst()
                .orElseThrow();
        Map<String, String> settings = new HashMap<>(Map.of(
                "cell", "A7",
                "active_mass_kg", "4.885e-6",
                "area_m2", "7.854e-5",
                "start_pressure_pa", "250e6",
                "start_stoichiometry", "0.7",
                "instrument", "real"));
        settings.putAll(more);
        InstrumentOrder rig = new InstrumentOrder(
                "rig-1",
                "rig-1",
                driver,
                new Settings(settings).withDefaults(driver.settings()),
                Optional.empty(),
                Laboratory.PERIOD);
        RealWorld world = new RealWorld(
                lanes,
                List.of(rig),
                List.of(new ChannelOrder("A1", "rig-1", List.of("rig-1"), Optional.empty())),
                Patience.USUAL);
        var plan = new SamplingPlan(List.of(), 1_000_000_000L, 0, Laboratory.PERIOD, 5_000_000_000L);
        world.perform(0, new Effect.Sample(plan));
        return world;
    }

    private void run(RealWorld world, Duration time) {
        long until = lanes.clock().nanos() + time.toNanos();
        while (lanes.clock().nanos() < until) {
            world.poll(until).ifPresent(next -> {
                if (next.event() instanceof Event.Measured measured) {
                    readings.add(measured.reading());
                }
                if (next.event() instanceof Event.Failed failed) {
                    failures.add(failed);
                }
            });
        }
    }

    private static boolean isDoubted(Reading reading) {
        return reading.samples().stream().map(Sample::quality).anyMatch(Quality.STALE::equals);
    }

    /** With 14 bits a voltage at rest, and that of a plateau, is one number for minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"14", "18", "24"})
    void aConverterThatWorksIsBelieved(String bits) {
        RealWorld world = world(Map.of("converter_bits", bits));
        run(world, Duration.ofMinutes(5));
        world.perform(0, new Effect.Apply(1, new Control.Current(4e-5), GUARD));
        run(world, Duration.ofMinutes(30));
        world.perform(0, new Effect.Apply(2, new Control.Voltage(3.0, 1e-3), GUARD));
        run(world, Duration.ofMinutes(60));
        world.perform(0, new Effect.Disconnect(3));
        run(world, Duration.ofMinutes(30));
        assertThat(readings).hasSizeGreaterThan(70_000).noneMatch(StuckRigTest::isDoubted);
        assertThat(failures).isEmpty();
        assertThat(sameTwice()).as("the same voltage twice in a row").isGreaterThan(bits.equals("24") ? 0 : 10_000);
    }

    private long sameTwice() {
        long same = 0;
        for (int i = 1; i < readings.size(); i++) {
            double before = readings.get(i - 1).value(Signal.VOLTAGE);
            same += before == readings.get(i).value(Signal.VOLTAGE) ? 1 : 0;
        }
        return same;
    }

    @Test
    void aConverterThatStopsIsNotBelievedAfterThirtySeconds() {
        RealWorld world = world(Map.of("faults", "stuck_reading at 600 s"));
        run(world, Duration.ofMinutes(1));
        world.perform(0, new Effect.Apply(1, new Control.Current(4e-5), GUARD));
        run(world, Duration.ofSeconds(539));
        assertThat(readings).noneMatch(StuckRigTest::isDoubted);
        run(world, Duration.ofSeconds(31));
        assertThat(isDoubted(readings.getLast())).isTrue();
        assertThat(readings.getLast().has(Signal.VOLTAGE)).isFalse();
    }
}
