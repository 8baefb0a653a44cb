package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.palmsens.Program.Instruction;

/** A loop, or a single measurement, that is under way. Mutable, one thread. */
final class Measuring {
    private enum Kind {
        ONCE,
        GENERAL,
        CA,
        CP,
        OCP,
        EIS,
        GEIS
    }

    /** What a point of a spectrum takes: so many periods and a little. */
    private static final double PERIODS = 3;

    private static final double SECONDS_A_POINT = 0.05;

    private final Interpreter interpreter;
    private final Instruction instruction;
    private final Kind kind;
    private long beganNanos;
    private long intervalNanos;
    private long turns;
    private long turn;
    private boolean awaits;
    private double firstHertz;
    private double lastHertz;

    private Measuring(Interpreter interpreter, Instruction instruction, Kind kind) {
        this.interpreter = interpreter;
        this.instruction = instruction;
        this.kind = kind;
    }

    static Measuring general(Interpreter interpreter, Instruction loop) {
        return new Measuring(interpreter, loop, Kind.GENERAL);
    }

    static Measuring once(Interpreter interpreter, Instruction meas, long nowNanos) throws ScriptError {
        var once = new Measuring(interpreter, meas, Kind.ONCE);
        once.begin(nowNanos, Interpreter.nanos(interpreter.number(meas, 0)), 1);
        return once;
    }

    static Measuring loop(Interpreter interpreter, Instruction loop, long nowNanos) throws ScriptError {
        Kind kind =
                switch (loop.command()) {
                    case "meas_loop_ca" -> Kind.CA;
                    case "meas_loop_cp" -> Kind.CP;
                    case "meas_loop_ocp" -> Kind.OCP;
                    case "meas_loop_eis" -> Kind.EIS;
                    case "meas_loop_geis" -> Kind.GEIS;
                    default -> throw new ScriptError(ScriptError.UNKNOWN_COMMAND, loop.line(), 1);
                };
        var measuring = new Measuring(interpreter, loop, kind);
        measuring.check();
        measuring.start(nowNanos);
        return measuring;
    }

    private void check() throws ScriptError {
        FrontEnd front = interpreter.front();
        boolean galvanostatic = kind == Kind.CP || kind == Kind.GEIS;
        if (kind == Kind.OCP && front.on()) {
            throw new ScriptError(ScriptError.OCP_WITH_CELL_ON, instruction.line(), 1);
        }
        if (kind != Kind.OCP && galvanostatic != front.galvanostatic()) {
            throw new ScriptError(ScriptError.WRONG_MODE, instruction.line(), 1);
        }
        if (kind != Kind.OCP && !front.on()) {
            throw new ScriptError(ScriptError.NEEDS_CELL_ON, instruction.line(), 1);
        }
    }

    private void start(long nowNanos) throws ScriptError {
        switch (kind) {
            case CA, CP -> {
                level(2);
                begin(nowNanos, nanos(3), Math.round(seconds(4) / seconds(3)));
            }
            case OCP -> begin(nowNanos, nanos(1), Math.round(seconds(2) / seconds(1)));
            case EIS, GEIS -> startSpectrum(nowNanos);
            case ONCE, GENERAL -> throw new IllegalStateException("not a measuring loop: " + kind);
        }
        interpreter.announce(technique());
    }

    private void startSpectrum(long nowNanos) throws ScriptError {
        firstHertz = interpreter.number(instruction, 4).value();
        lastHertz = interpreter.number(instruction, 5).value();
        if (!(Math.max(firstHertz, lastHertz) <= 1e6) || !(Math.min(firstHertz, lastHertz) > 0)) {
            throw new ScriptError(ScriptError.FREQUENCY, instruction.line(), 1);
        }
        if (!(interpreter.number(instruction, 3).value() > 0)) {
            throw new ScriptError(ScriptError.AMPLITUDE, instruction.line(), 1);
        }
        level(7);
        begin(nowNanos, 0, Math.round(interpreter.number(instruction, 6).value()));
    }

    private void level(int argument) throws ScriptError {
        double value = interpreter.number(instruction, argument).value();
        if (kind == Kind.CA || kind == Kind.EIS) {
            interpreter.front().setVolts(value, instruction.line());
        } else {
            interpreter.front().setAmps(value, instruction.line());
        }
    }

    private void begin(long nowNanos, long interval, long count) {
        beganNanos = nowNanos;
        intervalNanos = interval;
        turns = Math.max(1, count);
        await(nowNanos);
    }

    private void await(long nowNanos) {
        awaits = true;
        long due = slow()
                ? nowNanos + Math.round(1e9 * (SECONDS_A_POINT + PERIODS / hertz()))
                : beganNanos + (turn + 1) * intervalNanos;
        interpreter.wake(due);
    }

    private long nanos(int argument) throws ScriptError {
        return Interpreter.nanos(interpreter.number(instruction, argument));
    }

    private double seconds(int argument) throws ScriptError {
        return interpreter.number(instruction, argument).value();
    }

    private double hertz() {
        double share = turns == 1 ? 0 : (double) turn / (turns - 1);
        return firstHertz * Math.pow(lastHertz / firstHertz, share);
    }

    boolean awaits() {
        return awaits;
    }

    boolean slow() {
        return kind == Kind.EIS || kind == Kind.GEIS;
    }

    int line() {
        return instruction.line();
    }

    void enough() {
        turns = 0;
    }

    String mark() {
        return switch (kind) {
            case GENERAL -> "+\n";
            case ONCE -> "";
            case CA, CP, OCP, EIS, GEIS -> "*\n";
        };
    }

    private int technique() {
        return switch (kind) {
            case CA -> 0x7;
            case CP -> 0xA;
            case OCP -> 0xB;
            case EIS -> 0xD;
            case GEIS -> 0xE;
            case ONCE, GENERAL -> throw new IllegalStateException("no technique: " + kind);
        };
    }

    /** The turn is over: the variables get their values. */
    void measure(long nowNanos) throws ScriptError {
        awaits = false;
        FrontEnd front = interpreter.front();
        switch (kind) {
            case ONCE -> {
                interpreter.put(instruction.argument(1), front.measured(instruction.argument(2)));
                interpreter.measuredOnce();
            }
            case CA -> {
                put(0, interpreter.number(instruction, 2).typed("da"));
                put(1, front.measured("ba"));
            }
            case CP -> {
                put(0, front.measured("ab"));
                put(1, interpreter.number(instruction, 2).typed("db"));
            }
            case OCP -> put(0, front.measured("ab"));
            case EIS, GEIS -> {
                put(0, Amount.of(hertz(), "dc"));
                put(1, front.impedance(hertz(), true));
                put(2, front.impedance(hertz(), false));
            }
            case GENERAL -> throw new IllegalStateException("measures nothing by itself");
        }
        interpreter.extras(instruction);
    }

    private void put(int argument, Amount amount) {
        interpreter.put(instruction.argument(argument), amount);
    }

    /** Goes into the next turn; false if there is none. */
    boolean next(long nowNanos) {
        turn++;
        if (turn >= turns) {
            return false;
        }
        await(nowNanos);
        return true;
    }
}
