package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.instrument.Driver;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.testkit.FaultyLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Spectra by the clock: the analyser has its lane to itself, and everybody else goes on. */
class SpectraTest {
    private static final Sweep SWEEP = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 1, 2, false);
    private static final SamplingPlan PLAN =
            new SamplingPlan(List.of(), 1_000_000_000L, 0, 100_000_000L, 3_600_000_000_000L);

    private final SlowAnalyser slow = new SlowAnalyser();
    private final Press press = new Press();
    private final HandLanes lanes =
            new HandLanes((address, clock) -> Optional.of(new FaultyLine(clock, written -> new byte[0])));
    private final List<Event> events = new ArrayList<>();
    private RealWorld world = world("press-1");

    /** A channel of the slow potentiostat and a press on some lane. */
    private RealWorld world(String lane) {
        InstrumentOrder pressOrder = press.order("press-1");
        InstrumentOrder onLane = new InstrumentOrder(
                pressOrder.name(), lane, press, pressOrder.settings(), Optional.empty(), Laboratory.PERIOD);
        return new RealWorld(
                lanes,
                List.of(slow.order("slow-1", "slow"), onLane),
                List.of(new ChannelOrder("A1", "slow-1", List.of("press-1"), Optional.empty())),
                Patience.USUAL);
    }

    private void run(Duration time) {
        long until = lanes.clock().nanos() + time.toNanos();
        while (lanes.clock().nanos() < until) {
            world.poll(until).ifPresent(next -> events.add(next.event()));
        }
    }

    private <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void begin() {
        world.perform(0, new Effect.Sample(PLAN));
        run(Duration.ofSeconds(1));
        events.clear();
    }

    @Test
    void aSpectrumIsAnsweredOnceItIsThereAndAReadingFollows() {
        begin();
        long asked = lanes.clock().nanos();
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(Duration.ofSeconds(59));
        assertThat(all(Event.SpectrumTaken.class)).isEmpty();
        run(Duration.ofSeconds(2));
        Event.SpectrumTaken taken = all(Event.SpectrumTaken.class).getFirst();
        assertThat(taken.order()).isEqualTo(7);
        assertThat(taken.spectrum().points()).hasSize(6);
        assertThat(taken.atNanos() - asked).isCloseTo(60_000_000_000L, within(200_000_000L));
        List<Event> after = events.subList(events.indexOf(taken) + 1, events.size());
        assertThat(((Event.Measured) after.getFirst()).reading().value(Signal.VOLTAGE))
                .isEqualTo(3.0);
        assertThat(all(Event.Failed.class)).as("nobody thinks that it is lost").isEmpty();
        assertThat(world.health().instruments().getFirst().figures().missedTicks())
                .isZero();
    }

    @Test
    void thePressIsWatchedMeanwhileWithoutVoltageAndCurrent() {
        begin();
        world.perform(0, new Effect.Measure(7, SWEEP));
        press.pascals = 123e6;
        run(Duration.ofSeconds(30));
        List<Reading> aside = all(Event.Measured.class).stream()
                .map(Event.Measured::reading)
                .filter(reading -> reading.value(Signal.PRESSURE) == 123e6)
                .toList();
        assertThat(aside).hasSizeGreaterThan(280).allSatisfy(reading -> assertThat(reading.samples())
                .hasSize(1));
    }

    @Test
    void aPressOnTheSameLaneWaitsAndIsNotCalledLost() {
        world = world("slow");
        begin();
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(Duration.ofSeconds(70));
        assertThat(all(Event.Failed.class)).isEmpty();
        assertThat(all(Event.SpectrumTaken.class)).hasSize(1);
        assertThat(world.health().instruments())
                .allSatisfy(each -> assertThat(each.figures().missedTicks()).isZero());
        Reading last = all(Event.Measured.class).getLast().reading();
        assertThat(last.value(Signal.PRESSURE)).isEqualTo(10e6);
    }

    @Test
    void makingSafeDoesNotWaitForThePointUnderWay() {
        begin();
        lanes.lane("slow")
                .breakOffAt(lanes.clock().nanos() + Duration.ofSeconds(23).toNanos());
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(Duration.ofMillis(22_900));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(1));
        assertThat(slow.told).containsSubsequence("measure", "safe");
        assertThat(all(Event.Safe.class)).hasSize(1);
        assertThat(all(Event.Safe.class).getFirst().atNanos() - lanes.clock().nanos())
                .as("not after the whole minute, and not after the point of ten seconds")
                .isBetween(-1_000_000_000L, 0L);
        assertThat(all(Event.SpectrumTaken.class))
                .as("this driver gives nothing then")
                .isEmpty();
        assertThat(all(Event.Failed.class)).as("it was wanted").isEmpty();
        run(Duration.ofSeconds(1));
        assertThat(all(Event.Measured.class).getLast().reading().value(Signal.VOLTAGE))
                .isEqualTo(3.0);
    }

    @Test
    void aSpectrumThatStillWaitsIsStruckOutByMakingSafe() {
        begin();
        world.perform(0, new Effect.Measure(7, SWEEP));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(2));
        assertThat(slow.told).doesNotContain("measure").endsWith("safe");
        assertThat(all(Event.SpectrumTaken.class)).isEmpty();
        assertThat(all(Event.Measured.class)).as("it is read again").hasSizeGreaterThan(15);
    }

    @Test
    void moreThanTheJournalKeepsIsAFailure() {
        begin();
        slow.points = Event.SpectrumTaken.POINTS_MAX + 1;
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(SlowAnalyser.A_POINT.multipliedBy(slow.points + 1));
        assertThat(all(Event.Failed.class))
                .singleElement()
                .extracting(Event.Failed::message)
                .asString()
                .contains("returned 2501 points");
    }

    @Test
    void whereNothingMeasuresSpectraThatIsTold() {
        Laboratory without = new Laboratory(1, Patience.USUAL);
        without.charge(0);
        without.world.perform(0, new Effect.Measure(7, SWEEP));
        without.run(Duration.ofMillis(100));
        assertThat(without.events(0, Event.Failed.class).getLast().message())
                .contains("nothing that is connected on channel A0 measures spectra");
    }

    @Test
    void aSimulatedSpectrumTakesTheTimeItWouldTakeAndCanBeBrokenOffAtAPoint() {
        Driver driver = ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("simulator"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings(Map.of("cell", "A7", "active_mass_kg", "4.885e-6", "area_m2", "7.854e-5"));
        world = new RealWorld(
                lanes,
                List.of(new InstrumentOrder(
                        "rig-1",
                        "rig-1",
                        driver,
                        settings.withDefaults(driver.settings()),
                        Optional.empty(),
                        Laboratory.PERIOD)),
                List.of(new ChannelOrder("A1", "rig-1", List.of("rig-1"), Optional.empty())),
                Patience.USUAL);
        begin();
        long asked = lanes.clock().nanos();
        world.perform(0, new Effect.Measure(1, SWEEP));
        run(Duration.ofMinutes(2));
        Event.SpectrumTaken whole = all(Event.SpectrumTaken.class).getFirst();
        Spectrum spectrum = whole.spectrum();
        assertThat(spectrum.points()).hasSize(7);
        assertThat(spectrum.startNanos()).isCloseTo(asked, within(200_000_000L));
        assertThat(whole.atNanos()).isCloseTo(spectrum.endNanos(), within(1_000_000L));
        assertThat(whole.atNanos() - asked).isGreaterThan(1_000_000_000L);
        events.clear();
        long again = lanes.clock().nanos();
        lanes.lane("rig-1").breakOffAt(again + 1_000_000_000L);
        world.perform(0, new Effect.Measure(2, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 0.01, 2, false)));
        run(Duration.ofMillis(500));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(2));
        assertThat(all(Event.SpectrumTaken.class).getFirst().spectrum().points())
                .as("what there was")
                .hasSizeBetween(1, 8);
        assertThat(all(Event.Safe.class)).hasSize(1);
        assertThat(all(Event.Measured.class)).hasSizeGreaterThan(5).allSatisfy(measured -> assertThat(
                        measured.atNanos())
                .as("a cell that was broken off ahead of the clock is read by the clock")
                .isLessThanOrEqualTo(lanes.clock().nanos()));
        assertThat(all(Event.Failed.class)).isEmpty();
    }
}
