package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.SamplingPlan;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Control;
import cellwright.instrument.Driver;
import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The simulator's rig, potentiostat, press and chamber in one, driven by the clock instead of by jumps. */
class SimulatedRigTest {
    private final HandLanes lanes = new HandLanes((address, clock) -> Optional.empty());
    private final List<Event> events = new ArrayList<>();
    private final RealWorld world = new RealWorld(
            lanes,
            List.of(order()),
            List.of(new ChannelOrder("A1", "rig-1", List.of("rig-1"), Optional.empty())),
            Patience.USUAL);

    private static InstrumentOrder order() {
        Driver driver = ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("simulator"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings(Map.of("cell", "A7", "active_mass_kg", "4.885e-6", "area_m2", "7.854e-5"));
        return new InstrumentOrder(
                "rig-1", "rig-1", driver, settings.withDefaults(driver.settings()), Optional.empty(), 100_000_000L);
    }

    private void run(Duration time) {
        long until = lanes.clock().nanos() + time.toNanos();
        while (lanes.clock().nanos() < until) {
            world.poll(until).ifPresent(next -> events.add(next.event()));
        }
    }

    private Reading last() {
        return events.stream()
                .filter(Event.Measured.class::isInstance)
                .map(event -> ((Event.Measured) event).reading())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void theRigLivesByTheClock() {
        var plan = new SamplingPlan(List.of(), 1_000_000_000L, 0, 100_000_000L, 5_000_000_000L);
        world.perform(0, new Effect.Sample(plan));
        run(Duration.ofSeconds(1));
        world.perform(0, new Effect.Setpoint(1, Signal.PRESSURE, 250e6, Ramp.FASTEST));
        run(Duration.ofMinutes(1));
        assertThat(last().value(Signal.PRESSURE)).isCloseTo(250e6, within(1e6));
        double before = last().value(Signal.CHARGE);
        world.perform(0, new Effect.Apply(2, new Control.Current(1e-3), new Guard(1, 4.5, 0.01, Long.MAX_VALUE)));
        run(Duration.ofMinutes(10));
        assertThat(last().value(Signal.CHARGE) - before).isCloseTo(0.6, within(0.001));
        assertThat(last().value(Signal.CURRENT)).isEqualTo(1e-3);
        assertThat(last().atNanos()).isCloseTo(lanes.clock().nanos(), within(100_000_000L));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(1));
        assertThat(last().value(Signal.CURRENT)).isZero();
        assertThat(events).hasSizeGreaterThan(6000).noneMatch(Event.Failed.class::isInstance);
    }

    @Test
    void aRigIsOfferedAsAllThatItIs() {
        run(Duration.ofSeconds(1));
        ChannelTraits traits = world.traits(0).orElseThrow();
        assertThat(traits.potentiostat().identity().simulated()).isTrue();
        assertThat(traits.potentiostat().envelope()).isPresent();
        assertThat(traits.potentiostat().regulates()).containsOnlyKeys(Signal.TEMPERATURE, Signal.PRESSURE);
    }

    @Test
    void aCellThatLeavesItsModelIsAFailureAndCanStillBeSwitchedOff() {
        List<Effect.Report> reports = new ArrayList<>();
        Conductor conductor = new Conductor(world, FORGETFUL, (channel, report) -> reports.add(report), 1);
        conductor.handle(0, new Event.Started(world.stamp(0), "r", Laboratory.charging(), 0));
        world.perform(0, new Effect.Apply(99, new Control.Current(-0.09), new Guard(-5, 5, 0.1, Long.MAX_VALUE)));
        for (int i = 0; i < 200 && Phase.of(conductor.state(0)) != Phase.HELD; i++) {
            world.poll(lanes.clock().nanos() + 100_000_000L)
                    .ifPresent(next -> conductor.handle(next.channel(), next.event()));
        }
        assertThat(Phase.of(conductor.state(0))).isEqualTo(Phase.HELD);
    }

    private static final EventLog FORGETFUL = new EventLog() {
        @Override
        public void append(int channel, Event event) {
            // nothing is to be found again
        }

        @Override
        public void commit() {
            // nothing is to be found again
        }
    };
}
