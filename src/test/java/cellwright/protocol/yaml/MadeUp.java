package cellwright.protocol.yaml;

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
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes up protocols and cells from a seed: every shape the model has, with numbers of any length. */
public final class MadeUp {
    private static final String LETTERS = "aZ 0.:#$-'\"\\\n\t{}[]&*!|>%@`,?~é°µ漢😀\u0001\u0085\u2028\u00A0";
    private static final List<Subject> SUBJECTS = List.of(Subject.values());

    private final SplittableRandom random;

    /** From a seed. */
    public MadeUp(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A protocol. */
    public Protocol protocol() {
        return new Protocol(
                words(),
                random.nextBoolean() ? "" : words(),
                reference(),
                random.nextBoolean() ? new RateBasis.CellDefinition() : new RateBasis.MeasuredIn(count(50)),
                count(1000),
                record(),
                limits(),
                texts(),
                steps(3));
    }

    /** A cell. */
    public Cell cell() {
        return new Cell(
                words(),
                random.nextBoolean() ? "" : words(),
                random.nextBoolean() ? "" : words(),
                random.nextBoolean() ? OptionalDouble.of(positive()) : OptionalDouble.empty(),
                random.nextBoolean() ? OptionalDouble.of(positive()) : OptionalDouble.empty(),
                maybe(this::specific),
                maybe(() -> new Electrode(words(), number())),
                cellLimits(),
                texts());
    }

    private Limits cellLimits() {
        Limits limits = limits();
        var bounds = new ArrayList<Limits.Bound>();
        for (Limits.Bound bound : limits.bounds()) {
            bounds.add(new Limits.Bound(
                    bound.subject(), bound.low().map(this::named), bound.high().map(this::named), bound.debounce()));
        }
        return new Limits(bounds, limits.silence());
    }

    private Amount named(Amount amount) {
        return amount instanceof Amount.Volts volts
                ? new Amount.Volts(volts.volts(), volts.reference().or(() -> Optional.of("cell")))
                : amount;
    }

    private List<Step> steps(int depth) {
        var steps = new ArrayList<Step>();
        for (int i = count(3); i > 0; i--) {
            steps.add(step(depth));
        }
        return steps;
    }

    private Step step(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0, 1 -> drive(depth);
            case 2 -> settle();
            case 3 ->
                new Step.Measure(new Sweep(
                        any(List.of(Sweep.Mode.values())),
                        positive(),
                        positive(),
                        positive(),
                        count(100),
                        random.nextBoolean()));
            case 4 -> new Step.Note(words());
            case 5, 6 -> repeat(depth);
            case 7, 8 -> series(depth);
            default -> new Step.Choose(until(2), steps(depth - 1), random.nextBoolean() ? List.of() : steps(depth - 1));
        };
    }

    private Step drive(int depth) {
        return new Step.Drive(
                setting(),
                maybe(() -> until(2)),
                maybe(this::time),
                any(List.of(WhenLate.values())),
                maybe(this::record),
                limits(),
                depth > 0 && random.nextInt(4) == 0
                        ? Optional.of(new Step.Every(time(), steps(depth - 1)))
                        : Optional.empty());
    }

    private Step repeat(int depth) {
        boolean forever = random.nextInt(4) == 0;
        Optional<Until> until = forever ? Optional.of(until(2)) : maybe(() -> until(2));
        return new Step.Repeat(
                forever ? Optional.empty() : Optional.of(count(10_000)), until, random.nextBoolean(), steps(depth - 1));
    }

    private Step series(int depth) {
        Plan plan =
                switch (random.nextInt(3)) {
                    case 0 -> ramp();
                    case 1 -> new Plan.Pulses(way(), current(), time(), maybe(this::time), Optional.of(count(99)));
                    default ->
                        new Plan.Potentials(
                                List.of(volts(), volts(), volts()).subList(0, count(3)), time(), maybe(this::current));
                };
        return new Step.Series(
                plan,
                maybe(() -> until(2)),
                maybe(this::record),
                limits(),
                random.nextBoolean() ? List.of() : steps(depth - 1));
    }

    private Plan ramp() {
        Amount from = current();
        Amount to = from.with(from.number() * (1 + random.nextDouble()));
        Plan.Dose each = random.nextBoolean() ? new Plan.Dose.OfTime(time()) : new Plan.Dose.OfCharge(specific());
        return new Plan.Ramp(way(), from, to, from.with(positive()), each, random.nextBoolean());
    }

    private Direction way() {
        return random.nextBoolean() ? Direction.CHARGE : Direction.DISCHARGE;
    }

    private Setting setting() {
        return switch (random.nextInt(5)) {
            case 0 -> new Setting.Rest();
            case 1 -> new Setting.Galvanostatic(Direction.CHARGE, current());
            case 2 -> new Setting.Galvanostatic(Direction.DISCHARGE, current());
            case 3 -> new Setting.Potentiostatic(volts(), maybe(this::current));
            default ->
                random.nextBoolean()
                        ? new Setting.Galvanostatic(Direction.SIGNED, new Amount.Si(number()))
                        : new Setting.ConstantPower(new Amount.PerArea(number()));
        };
    }

    private Step settle() {
        boolean target = random.nextBoolean();
        Subject subject = target ? any(List.of(Subject.TEMPERATURE, Subject.PRESSURE, Subject.FORCE)) : any(SUBJECTS);
        return new Step.Settle(
                subject,
                target ? OptionalDouble.of(positive()) : OptionalDouble.empty(),
                target && random.nextBoolean() ? OptionalDouble.of(positive()) : OptionalDouble.empty(),
                positive(),
                time(),
                time(),
                any(List.of(WhenLate.values())));
    }

    private Until until(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 10)) {
            case 0 -> new Until.Elapsed(time());
            case 1 -> above(any(SUBJECTS));
            case 2 -> new Until.Below(Subject.VOLTAGE, volts());
            case 3 -> new Until.ChargePassed(specific());
            case 4 -> new Until.EnergyPassed(specific());
            case 5 -> new Until.Slower(any(SUBJECTS), positive(), time());
            case 6 -> new Until.CycleBelow(CycleMeasure.RETENTION, new Amount.Si(positive()));
            case 7 -> new Until.CycleAtLeast(CycleMeasure.DISCHARGE_CAPACITY, specific());
            case 8 -> new Until.CycleIn(List.of(count(9), count(99), count(999)));
            case 9 -> new Until.Shorted();
            case 10 -> new Until.AllOf(List.of(until(depth - 1), until(depth - 1)));
            default -> new Until.AnyOf(List.of(until(depth - 1)));
        };
    }

    private Until above(Subject subject) {
        return new Until.Above(
                subject,
                switch (subject) {
                    case VOLTAGE -> volts();
                    case CURRENT -> current();
                    case TEMPERATURE, PRESSURE, FORCE -> new Amount.Si(positive());
                });
    }

    private RecordRule record() {
        return new RecordRule(
                maybe(this::time),
                random.nextBoolean() ? OptionalDouble.of(positive()) : OptionalDouble.empty(),
                maybe(this::current),
                maybe(this::specific));
    }

    private Limits limits() {
        var bounds = new ArrayList<Limits.Bound>();
        for (Subject subject : SUBJECTS) {
            if (random.nextInt(3) == 0) {
                bounds.add(bound(subject));
            }
        }
        return new Limits(bounds, maybe(this::time));
    }

    private Limits.Bound bound(Subject subject) {
        double low = positive();
        double high = low * (1 + random.nextDouble()) + 1;
        Debounce debounce = random.nextBoolean() ? Debounce.USUAL : new Debounce(count(3), 3 + count(20));
        boolean hasLow = random.nextInt(3) > 0;
        boolean hasHigh = !hasLow || random.nextInt(3) > 0;
        return new Limits.Bound(
                subject,
                hasLow ? Optional.of(end(subject, low)) : Optional.empty(),
                hasHigh ? Optional.of(end(subject, high)) : Optional.empty(),
                debounce);
    }

    private Amount end(Subject subject, double value) {
        return switch (subject) {
            case VOLTAGE -> new Amount.Volts(value, reference());
            case CURRENT -> random.nextBoolean() ? new Amount.Si(value) : new Amount.PerMass(value);
            case TEMPERATURE, PRESSURE, FORCE -> new Amount.Si(value);
        };
    }

    private Amount.Volts volts() {
        return new Amount.Volts(number(), reference());
    }

    private Optional<String> reference() {
        return maybe(() -> any(List.of("Li+/Li", "In/InLi", "cell")));
    }

    private Amount current() {
        return random.nextBoolean()
                ? new Amount.CRate(random.nextBoolean() ? 1.0 / count(50) : positive())
                : specific();
    }

    private Amount specific() {
        return switch (random.nextInt(3)) {
            case 0 -> new Amount.Si(positive());
            case 1 -> new Amount.PerArea(positive());
            default -> new Amount.PerMass(positive());
        };
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.put("key" + i, words());
        }
        return texts;
    }

    private String words() {
        var text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = count(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private double positive() {
        return switch (random.nextInt(3)) {
            case 0 -> count(500);
            case 1 -> count(5000) / 1000.0;
            default -> (1 - random.nextDouble()) * Math.pow(10, random.nextInt(-9, 9));
        };
    }

    private double number() {
        return random.nextBoolean() ? positive() : -positive();
    }

    private Duration time() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofMinutes(count(5000));
            case 1 -> Duration.ofNanos(random.nextLong(1, 100_000_000_000_000L));
            default -> Duration.ofSeconds(count(100_000));
        };
    }

    private int count(int most) {
        return random.nextInt(1, most + 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> made) {
        return random.nextBoolean() ? Optional.of(made.get()) : Optional.empty();
    }
}
