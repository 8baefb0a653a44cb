package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.engine.World.Occurrence;
import cellwright.instrument.Driver;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.testkit.Device;
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
            new HandLanes((address, clock) -> Optional.of(new FaultyLine(clock, wired(address))));
    private final WiredCell cell =
            new WiredCell("SN-1", lanes.lane("wired").host().clock(), 3.0);
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

    /** Behind the address of the wired cell is the cell, behind the others nothing that speaks. */
    private Device wired(String address) {
        return address.equals("wired") ? cell : written -> new byte[0];
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
    void afterALongSpectrumSilenceBeginsWithItsAnswer() {
        begin();
        world.perform(0, new Effect.Measure(7, SWEEP));
        long until = lanes.clock().nanos() + Duration.ofSeconds(90).toNanos();
        while (lanes.clock().nanos() < until) {
            Optional<Event> next = world.poll(until).map(Occurrence::event);
            next.ifPresent(events::add);
            if (next.filter(Event.SpectrumTaken.class::isInstance).isPresent()) {
                world.perform(
                        0,
                        new Effect.Sample(
                                new SamplingPlan(List.of(), 1_000_000_000L, 0, 100_000_000L, 10_000_000_000L)));
            }
        }
        assertThat(all(Event.SpectrumTaken.class)).hasSize(1);
        assertThat(all(Event.Silent.class)).isEmpty();
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
                .as("this driver gives nothing then, and what it had told is kept")
                .singleElement()
                .satisfies(taken -> assertThat(taken.spectrum().points()).hasSize(2));
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
    void whoseSpectrumGivesWayToAnotherCellOnTheLinkIsToldThatNoneWillCome() {
        SlowAnalyser neighbour = new SlowAnalyser();
        world = new RealWorld(
                lanes,
                List.of(slow.order("slow-1", "slow"), neighbour.order("slow-2", "slow")),
                List.of(
                        new ChannelOrder("A1", "slow-1", List.of(), Optional.empty()),
                        new ChannelOrder("A2", "slow-2", List.of(), Optional.empty())),
                Patience.USUAL);
        begin();
        lanes.lane("slow")
                .breakOffAt(lanes.clock().nanos() + Duration.ofSeconds(5).toNanos());
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(Duration.ofMillis(4_900));
        world.perform(1, new Effect.MakeSafe());
        run(Duration.ofSeconds(1));
        assertThat(neighbour.told).endsWith("safe");
        assertThat(all(Event.Failed.class))
                .singleElement()
                .extracting(Event.Failed::message)
                .asString()
                .contains("slow-1", "broken off, because another cell on the same link had to be made safe");
        assertThat(all(Event.SpectrumTaken.class)).isEmpty();
    }

    @Test
    void anAnalyserOfItsOwnIsMadeSafeTooAndTheCellIsNotSafeBefore() {
        world = new RealWorld(
                lanes,
                List.of(Laboratory.wired("pstat-1", "wired", Optional.empty()), slow.order("slow-1", "slow")),
                List.of(new ChannelOrder("A1", "pstat-1", List.of("slow-1"), Optional.empty())),
                Patience.USUAL);
        begin();
        long end = lanes.clock().nanos() + Duration.ofSeconds(23).toNanos();
        lanes.lane("slow").breakOffAt(end);
        world.perform(0, new Effect.Measure(7, SWEEP));
        run(Duration.ofSeconds(22));
        assertThat(all(Event.Measured.class))
                .as("the potentiostat sees the cell")
                .hasSizeGreaterThan(200);
        cell.told.clear();
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofMillis(900));
        assertThat(cell.told).as("the potentiostat waits for nobody").containsExactly("off");
        assertThat(all(Event.Safe.class)).as("the analyser goes on exciting").isEmpty();
        run(Duration.ofMillis(200));
        assertThat(slow.told).containsSubsequence("measure", "safe");
        assertThat(all(Event.Safe.class)).singleElement().satisfies(safe -> assertThat(safe.atNanos())
                .isGreaterThanOrEqualTo(end));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofMillis(100));
        assertThat(all(Event.Safe.class)).hasSize(2);
        assertThat(slow.told.stream().filter("safe"::equals)).hasSize(1);
        assertThat(all(Event.Failed.class)).isEmpty();
    }

    /** A channel whose one instrument is a simulated rig. */
    private void simulated() {
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
    }

    @Test
    void aSimulatedSpectrumTakesTheTimeItWouldTakeAndTheCellIsSeenMeanwhile() {
        simulated();
        long asked = lanes.clock().nanos();
        world.perform(0, new Effect.Measure(1, SWEEP));
        run(Duration.ofMinutes(2));
        Event.SpectrumTaken whole = all(Event.SpectrumTaken.class).getFirst();
        Spectrum spectrum = whole.spectrum();
        assertThat(whole.order()).isEqualTo(1);
        assertThat(spectrum.points()).hasSize(7);
        assertThat(spectrum.startNanos()).isCloseTo(asked, within(200_000_000L));
        assertThat(whole.atNanos()).isBetween(spectrum.endNanos(), spectrum.endNanos() + 2 * Laboratory.PERIOD);
        assertThat(whole.atNanos() - asked).isGreaterThan(1_000_000_000L);
        List<Event> before = events.subList(0, events.indexOf(whole));
        assertThat(before).hasSizeGreaterThan(10).allSatisfy(event -> assertThat(
                        ((Event.Measured) event).reading().value(Signal.VOLTAGE))
                .isBetween(1.0, 5.0));
        assertThat(events.get(events.indexOf(whole) + 1))
                .isInstanceOfSatisfying(Event.Measured.class, after -> assertThat(after.atNanos())
                        .isEqualTo(whole.atNanos()));
    }

    @Test
    void aSimulatedSpectrumEndsAtOnceWhenItsCellIsMadeSafe() {
        simulated();
        world.perform(0, new Effect.Measure(2, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 0.01, 2, false)));
        run(Duration.ofMillis(1500));
        events.clear();
        long asked = lanes.clock().nanos();
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(2));
        assertThat(all(Event.Safe.class))
                .singleElement()
                .extracting(Event.Safe::atNanos)
                .isEqualTo(asked);
        assertThat(all(Event.SpectrumTaken.class).getFirst().spectrum().points())
                .as("what there was")
                .hasSizeBetween(1, 8);
        assertThat(all(Event.SpectrumTaken.class)).hasSize(1);
        assertThat(all(Event.Failed.class)).isEmpty();
    }

    @Test
    void aSimulatedSpectrumThatIsMadeSafeInItsFirstPointHasComeToNothing() {
        simulated();
        world.perform(0, new Effect.Measure(2, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 0.1, 0.01, 2, false)));
        run(Duration.ofSeconds(1));
        world.perform(0, new Effect.MakeSafe());
        run(Duration.ofSeconds(1));
        assertThat(all(Event.Safe.class)).hasSize(1);
        assertThat(all(Event.SpectrumTaken.class)).isEmpty();
        world.perform(0, new Effect.Measure(3, SWEEP));
        run(Duration.ofMinutes(1));
        assertThat(all(Event.SpectrumTaken.class))
                .as("the next one is not taken for it")
                .singleElement()
                .extracting(Event.SpectrumTaken::order)
                .isEqualTo(3L);
    }
}
