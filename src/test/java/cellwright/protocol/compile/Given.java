package cellwright.protocol.compile;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.Debounce;
import cellwright.protocol.Electrode;
import cellwright.protocol.Limits;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Result;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A solid-state cell at a bench, and a protocol to vary: what the tests of the compiler start from.
 *
 * @param protocol what is asked for
 * @param cell what it is asked of
 * @param bench what it is done with
 */
record Given(Protocol protocol, Cell cell, Bench bench) {
    static final Duration HOURS_8 = Duration.ofHours(8);
    static final Amount C_5 = new Amount.CRate(0.2);
    static final Sweep SWEEP = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, 0.1, 10, false);

    /** 0.88 mA of 1C, versus In/InLi, inside 1.9 .. 4.1 V, -5 .. 5 mA and 0 .. 400 MPa. */
    static final Cell CELL = new Cell(
            "A7",
            "NCM85",
            "",
            OptionalDouble.of(4.885e-6),
            OptionalDouble.of(0.7854e-4),
            Optional.of(new Amount.PerMass(180)),
            Optional.of(Electrode.INDIUM_LITHIUM),
            limits(
                    limit(Subject.VOLTAGE, si(1.9), si(4.1)),
                    limit(Subject.CURRENT, si(-5e-3), si(5e-3)),
                    limit(Subject.PRESSURE, si(0), si(400e6))),
            Map.of());

    static final Bench BENCH = new Bench(
            "press-1",
            new Envelope(-10, 10, 0.1, 20_000_000L),
            Map.of(
                    Signal.PRESSURE, new Regulator.Span(0, 450e6),
                    Signal.TEMPERATURE, new Regulator.Span(253.15, 373.15)),
            List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.PRESSURE, Signal.TEMPERATURE),
            Optional.of(ImpedanceAnalyser.Reach.UNKNOWN));

    static Given steps(Step... steps) {
        return new Given(
                new Protocol(
                        "test",
                        "",
                        Optional.of("Li+/Li"),
                        new RateBasis.CellDefinition(),
                        1,
                        RecordRule.ENDS_ONLY,
                        Limits.NONE,
                        Map.of(),
                        List.of(steps)),
                CELL,
                BENCH);
    }

    Given limited(Limits limits) {
        return with(protocol.rateBasis(), protocol.referenceCycle(), protocol.record(), limits);
    }

    Given recorded(RecordRule record) {
        return with(protocol.rateBasis(), protocol.referenceCycle(), record, protocol.limits());
    }

    Given basis(RateBasis basis) {
        return with(basis, protocol.referenceCycle(), protocol.record(), protocol.limits());
    }

    Given referenceCycle(int cycle) {
        return with(protocol.rateBasis(), cycle, protocol.record(), protocol.limits());
    }

    private Given with(RateBasis basis, int referenceCycle, RecordRule record, Limits limits) {
        return new Given(
                new Protocol(
                        protocol.name(),
                        protocol.source(),
                        protocol.reference(),
                        basis,
                        referenceCycle,
                        record,
                        limits,
                        protocol.parameters(),
                        protocol.steps()),
                cell,
                bench);
    }

    Given cell(Cell other) {
        return new Given(protocol, other, bench);
    }

    Given bench(Bench other) {
        return new Given(protocol, cell, other);
    }

    Given oneC(OptionalDouble mass, OptionalDouble area, Optional<Amount> oneC) {
        return cell(new Cell(
                cell.name(),
                cell.chemistry(),
                cell.owner(),
                mass,
                area,
                oneC,
                cell.counterElectrode(),
                cell.envelope(),
                cell.simulation()));
    }

    Given counter(Optional<Electrode> electrode) {
        return cell(new Cell(
                cell.name(),
                cell.chemistry(),
                cell.owner(),
                cell.activeMassKg(),
                cell.areaM2(),
                cell.oneC(),
                electrode,
                cell.envelope(),
                cell.simulation()));
    }

    Given envelope(Limits limits) {
        return cell(new Cell(
                cell.name(),
                cell.chemistry(),
                cell.owner(),
                cell.activeMassKg(),
                cell.areaM2(),
                cell.oneC(),
                cell.counterElectrode(),
                limits,
                cell.simulation()));
    }

    Result<Program> compiled() {
        return Compiler.compile(protocol, Places.unknown("test.yaml"), cell, bench, "hash");
    }

    Program program() {
        return switch (compiled()) {
            case Result.Made<Program> made -> made.value();
            case Result.Refused<Program> refused -> throw new AssertionError(refused.problems());
        };
    }

    Op.Drive firstDrive() {
        return (Op.Drive) program().ops().getFirst();
    }

    /** The messages of errors; empty if the program was made. */
    List<String> errors() {
        return switch (compiled()) {
            case Result.Made<Program> made -> List.of();
            case Result.Refused<Program> refused -> messages(refused.problems(), Problem.Severity.ERROR);
        };
    }

    /** The messages of warnings. */
    List<String> warnings() {
        return switch (compiled()) {
            case Result.Made<Program> made -> messages(made.warnings(), Problem.Severity.WARNING);
            case Result.Refused<Program> refused -> messages(refused.problems(), Problem.Severity.WARNING);
        };
    }

    private static List<String> messages(List<Problem> problems, Problem.Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::message)
                .toList();
    }

    static Amount si(double value) {
        return new Amount.Si(value);
    }

    static Amount.Volts volts(double value) {
        return new Amount.Volts(value, Optional.empty());
    }

    static Amount.Volts volts(double value, String reference) {
        return new Amount.Volts(value, Optional.of(reference));
    }

    static Until above(double volts) {
        return new Until.Above(Subject.VOLTAGE, volts(volts));
    }

    static Until below(double volts) {
        return new Until.Below(Subject.VOLTAGE, volts(volts));
    }

    static Until elapsed(Duration time) {
        return new Until.Elapsed(time);
    }

    static Limits limits(Limits.Bound... bounds) {
        return new Limits(List.of(bounds), Optional.empty());
    }

    static Limits silence(Duration time) {
        return new Limits(List.of(), Optional.of(time));
    }

    static Limits.Bound limit(Subject subject, Amount low, Amount high) {
        return new Limits.Bound(subject, Optional.of(low), Optional.of(high), Debounce.USUAL);
    }

    static Step.Drive charge(Amount current, Until until) {
        return drive(new Setting.Galvanostatic(Direction.CHARGE, current), Optional.of(until), Optional.of(HOURS_8));
    }

    static Step.Drive discharge(Amount current, Until until) {
        return drive(new Setting.Galvanostatic(Direction.DISCHARGE, current), Optional.of(until), Optional.of(HOURS_8));
    }

    static Step.Drive hold(Amount.Volts volts, Duration time) {
        return drive(new Setting.Potentiostatic(volts, Optional.empty()), Optional.empty(), Optional.of(time));
    }

    static Step.Drive rest(Duration time) {
        return drive(new Setting.Rest(), Optional.empty(), Optional.of(time));
    }

    static Step.Drive drive(Setting setting, Optional<Until> until, Optional<Duration> atMost) {
        return new Step.Drive(
                setting, until, atMost, Step.WhenLate.STOP, Optional.empty(), Limits.NONE, Optional.empty());
    }

    static Step.Drive limited(Step.Drive step, Limits limits) {
        return new Step.Drive(
                step.setting(), step.until(), step.atMost(), step.whenLate(), step.record(), limits, step.every());
    }

    static Step.Drive every(Step.Drive step, Duration interval, Step... body) {
        return new Step.Drive(
                step.setting(),
                step.until(),
                step.atMost(),
                step.whenLate(),
                step.record(),
                step.limits(),
                Optional.of(new Step.Every(interval, List.of(body))));
    }

    static Step.Settle settle(Subject subject, double target, double within) {
        return new Step.Settle(
                subject,
                OptionalDouble.of(target),
                OptionalDouble.empty(),
                within,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Step.WhenLate.STOP);
    }

    static Step.Repeat repeat(int times, Step... steps) {
        return new Step.Repeat(Optional.of(times), Optional.empty(), false, List.of(steps));
    }

    static Step.Repeat cycles(int times, Step... steps) {
        return new Step.Repeat(Optional.of(times), Optional.empty(), true, List.of(steps));
    }

    static Step.Repeat loop(Until until, Step... steps) {
        return new Step.Repeat(Optional.empty(), Optional.of(until), false, List.of(steps));
    }
}
