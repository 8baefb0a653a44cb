package cellwright.protocol.compile;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Debounce;
import cellwright.protocol.Electrode;
import cellwright.protocol.Limits;
import cellwright.protocol.Plan;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Protocols and cells as chance makes them: mostly of a possible size, now and then absurd. */
final class RandomProtocols {
    private static final double[] ABSURD = {
        0, -0.0, -1, 1e-300, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e12
    };
    private static final Duration[] ODD_TIMES = {
        Duration.ZERO,
        Duration.ofSeconds(-1),
        Duration.ofSeconds(Long.MAX_VALUE),
        Duration.ofNanos(1),
        Duration.ofDays(999)
    };

    private final SplittableRandom random;
    private final double absurdity;

    RandomProtocols(long seed) {
        this.random = new SplittableRandom(seed);
        this.absurdity = random.nextInt(4) == 0 ? 0.1 : 0;
    }

    Given given() {
        var protocol = new Protocol(
                "random",
                "",
                maybe(() -> pick("Li+/Li", "In/InLi", "cell")),
                random.nextInt(4) == 0 ? new RateBasis.MeasuredIn(number(3)) : new RateBasis.CellDefinition(),
                number(2),
                record(),
                random.nextInt(3) == 0 ? limits(0.8) : Limits.NONE,
                Map.of(),
                steps(0));
        return new Given(protocol, cell(), Given.BENCH);
    }

    private Cell cell() {
        return new Cell(
                "random",
                "",
                "",
                unless(6, 5e-6),
                unless(6, 1e-4),
                random.nextInt(8) == 0
                        ? Optional.empty()
                        : Optional.of(pick(new Amount.PerMass(180), new Amount.PerArea(12), Given.si(1e-3))),
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of(Electrode.INDIUM_LITHIUM),
                random.nextBoolean() ? Given.CELL.envelope() : limits(1),
                Map.of());
    }

    private List<Step> steps(int depth) {
        var steps = new ArrayList<Step>();
        int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            steps.add(step(depth));
        }
        return steps;
    }

    private Step step(int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 11)) {
            case 0, 1, 7, 8 -> drive(depth);
            case 2 -> settle();
            case 3 ->
                new Step.Measure(new Sweep(
                        pick(Sweep.Mode.values()),
                        value(1e-3),
                        value(1e5),
                        value(0.1),
                        number(10),
                        random.nextBoolean()));
            case 4, 5 ->
                new Step.Repeat(
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(number(20)),
                        random.nextInt(4) == 0 ? Optional.of(until(0)) : Optional.empty(),
                        random.nextBoolean(),
                        steps(depth + 1));
            case 9, 10 -> series(depth);
            case 6 -> new Step.Choose(until(0), steps(depth + 1), steps(depth + 1));
            default -> new Step.Note("note");
        };
    }

    private Step drive(int depth) {
        return new Step.Drive(
                setting(),
                maybe(() -> until(0)),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(time()),
                pick(Step.WhenLate.values()),
                random.nextInt(4) == 0 ? Optional.of(record()) : Optional.empty(),
                random.nextInt(8) == 0 ? limits(0.5) : Limits.NONE,
                random.nextInt(6) == 0 && depth < 4
                        ? Optional.of(new Step.Every(time(), steps(depth + 1)))
                        : Optional.empty());
    }

    private Step series(int depth) {
        Plan plan =
                switch (random.nextInt(3)) {
                    case 0 -> ramp();
                    case 1 ->
                        new Plan.Pulses(
                                pick(Setting.Direction.values()),
                                current(),
                                time(),
                                maybe(this::time),
                                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(number(20)));
                    default ->
                        new Plan.Potentials(absurd() ? List.of() : List.of(volts(), volts()), time(), Optional.empty());
                };
        return new Step.Series(
                plan,
                maybe(() -> until(0)),
                random.nextInt(4) == 0 ? Optional.of(record()) : Optional.empty(),
                random.nextInt(8) == 0 ? limits(0.5) : Limits.NONE,
                random.nextBoolean() ? List.of() : steps(depth + 1));
    }

    private Plan ramp() {
        Amount from = current();
        Amount to = absurd() ? current() : from.with(value(3) * from.number());
        Amount step = absurd() ? current() : from.with(value(0.5) * from.number());
        Plan.Dose each =
                random.nextBoolean() ? new Plan.Dose.OfTime(time()) : new Plan.Dose.OfCharge(Given.si(value(1)));
        return new Plan.Ramp(pick(Setting.Direction.values()), from, to, step, each, random.nextBoolean());
    }

    private Setting setting() {
        return switch (random.nextInt(4)) {
            case 0 -> new Setting.Rest();
            case 1 -> new Setting.Galvanostatic(pick(Setting.Direction.values()), current());
            case 2 ->
                new Setting.Potentiostatic(volts(), random.nextBoolean() ? Optional.empty() : maybe(this::current));
            default -> new Setting.ConstantPower(Given.si(value(1e-3)));
        };
    }

    private Step settle() {
        boolean press = random.nextBoolean();
        return new Step.Settle(
                absurd() ? pick(Subject.values()) : press ? Subject.PRESSURE : Subject.TEMPERATURE,
                unless(5, value(press ? 200e6 : 300)),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(value(1)),
                value(1),
                Duration.ofMinutes(1),
                time(),
                pick(Step.WhenLate.values()));
    }

    private Until until(int depth) {
        return switch (random.nextInt(depth > 2 ? 10 : 12)) {
            case 0, 8 -> new Until.Above(Subject.VOLTAGE, volts());
            case 1, 7 -> new Until.Below(Subject.VOLTAGE, volts());
            case 2 -> new Until.Below(Subject.CURRENT, current());
            case 3 -> new Until.Elapsed(time());
            case 4 -> new Until.ChargePassed(Given.si(value(1)));
            case 5 -> new Until.CycleBelow(pick(CycleMeasure.values()), Given.si(value(0.5)));
            case 6 -> new Until.Slower(pick(Subject.values()), value(1e-6), time());
            case 9 -> new Until.Shorted();
            case 10 -> new Until.AllOf(List.of(until(depth + 1), until(depth + 1)));
            default -> new Until.AnyOf(List.of(until(depth + 1), until(depth + 1)));
        };
    }

    private Amount current() {
        return switch (random.nextInt(absurdity > 0 ? 5 : 4)) {
            case 0 -> Given.si(value(1e-3));
            case 1 -> new Amount.CRate(value(0.5));
            case 2 -> new Amount.PerArea(value(10));
            case 3 -> new Amount.PerMass(value(100));
            default -> volts();
        };
    }

    private Amount.Volts volts() {
        double volts = absurd() ? value(1) : 2.7 + 1.6 * random.nextDouble();
        return new Amount.Volts(
                volts, random.nextInt(8) == 0 ? Optional.of(pick("cell", "Li+/Li", "SHE")) : Optional.empty());
    }

    private Limits limits(double width) {
        var bounds = new ArrayList<Limits.Bound>();
        bounds.add(bound(
                Subject.VOLTAGE, 2.9 - width * (1 + random.nextDouble()), 2.9 + width * (1 + random.nextDouble())));
        if (random.nextBoolean()) {
            bounds.add(bound(Subject.CURRENT, -value(4e-3) * width, value(4e-3) * width));
        }
        return new Limits(bounds, random.nextInt(8) == 0 ? Optional.of(time()) : Optional.empty());
    }

    private Limits.Bound bound(Subject subject, double low, double high) {
        Subject limited = absurd() ? pick(Subject.values()) : subject;
        return new Limits.Bound(
                limited,
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(new Amount.Si(low)),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(new Amount.Si(high)),
                pick(Debounce.USUAL, Debounce.AT_ONCE));
    }

    private RecordRule record() {
        return new RecordRule(
                maybe(this::time),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(value(1e-3)),
                random.nextInt(5) == 0 ? Optional.of(current()) : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of(Given.si(value(0.1))) : Optional.empty());
    }

    private Duration time() {
        return absurd() ? pick(ODD_TIMES) : Duration.ofSeconds(1 + random.nextInt(100_000));
    }

    private int number(int most) {
        return absurd() ? pick(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE) : 1 + random.nextInt(most);
    }

    private double value(double usual) {
        return absurd() ? ABSURD[random.nextInt(ABSURD.length)] : usual * (0.5 + random.nextDouble());
    }

    private OptionalDouble unless(int rarely, double usual) {
        return random.nextInt(rarely) == 0 ? OptionalDouble.empty() : OptionalDouble.of(value(usual));
    }

    private boolean absurd() {
        return random.nextDouble() < absurdity;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T pick(T... among) {
        return among[random.nextInt(among.length)];
    }
}
