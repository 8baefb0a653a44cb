package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.palmsens.Program.Instruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries a program out in the time it is given, and says its lines with the time of each. Mutable, one thread. */
final class Interpreter {
    /** What a line of a script costs the instrument. */
    private static final long LINE_NANOS = 20_000;

    private static final double NANOS = 1e9;
    private static final Pattern EXTRA = Pattern.compile("add_meas\\(\\d ([a-z]{2}) ([a-z0-9_]+)\\)");

    private final Program program;
    private final FrontEnd front;
    private final Mischief mischief;
    private final BiConsumer<Long, String> says;
    private final Map<String, Amount> variables = new HashMap<>();
    private final Deque<Measuring> loops = new ArrayDeque<>();
    private Optional<StringBuilder> parcel = Optional.empty();
    private int at;
    private long nowNanos;
    private long wakeNanos;
    private long timerNanos;
    private boolean finishing;
    private boolean over;
    private boolean stopping;
    private boolean halted;

    Interpreter(Program program, FrontEnd front, Mischief mischief, long nowNanos, BiConsumer<Long, String> says) {
        this.program = program;
        this.front = front;
        this.mischief = mischief;
        this.says = says;
        this.nowNanos = nowNanos;
        this.wakeNanos = nowNanos;
        this.timerNanos = nowNanos;
    }

    boolean over() {
        return over;
    }

    /** When it does something next; never if it is over or halted. */
    long wakeNanos() {
        return over || halted ? Long.MAX_VALUE : wakeNanos;
    }

    /** Does what is due up to a time. */
    void advance(long toNanos) {
        while (wakeNanos() <= toNanos) {
            nowNanos = wakeNanos;
            try {
                turn();
            } catch (ScriptError error) {
                say(error.whileRunning());
                over = true;
            }
        }
    }

    /** Ends it after the turn that is under way; the last block runs. */
    void stop() {
        stopping = true;
        halted = false;
        if (loops.isEmpty() || !loops.peek().slow()) {
            wakeNanos = Math.max(nowNanos, Math.min(wakeNanos, nowNanos + LINE_NANOS));
        }
    }

    /** Leaves the measuring loop after the turn that is under way. */
    void skip() {
        if (!loops.isEmpty()) {
            loops.peek().enough();
        }
    }

    void halt(boolean wanted, long atNanos) {
        if (halted && !wanted) {
            wakeNanos = Math.max(wakeNanos, atNanos);
        }
        halted = wanted;
    }

    private void turn() throws ScriptError {
        wakeNanos = nowNanos + LINE_NANOS;
        if (stopping && !finishing) {
            finish();
            return;
        }
        if (!finishing && !loops.isEmpty() && loops.peek().awaits()) {
            OptionalInt error = mischief.takeError();
            if (error.isPresent()) {
                throw new ScriptError(error.getAsInt(), loops.peek().line(), 1);
            }
            front.pass(nowNanos);
            loops.peek().measure(nowNanos);
            return;
        }
        if (at >= program.instructions().size()) {
            finish();
            return;
        }
        Instruction instruction = program.instructions().get(at);
        at++;
        carryOut(instruction);
    }

    private void finish() {
        while (!loops.isEmpty()) {
            say(loops.pop().mark());
        }
        if (finishing || program.finish() >= program.instructions().size()) {
            over = true;
            say("\n");
        }
        finishing = true;
        at = program.finish();
    }

    private void say(String line) {
        says.accept(nowNanos, line);
    }

    private void carryOut(Instruction each) throws ScriptError {
        switch (each.command()) {
            case "var", "endif", "set_pgstat_chan", "set_max_bandwidth" -> {}
            case "set_acquisition_frac_autoadjust", "set_range", "set_range_minmax" -> {}
            case "store_var" -> put(each, number(each, 1).typed(each.argument(2)));
            case "copy_var" -> put(each.argument(1), number(each, 0));
            case "alter_vartype" -> put(each, number(each, 0).typed(each.argument(1)));
            case "add_var", "sub_var", "mul_var", "div_var" -> reckon(each);
            case "wait" -> wakeNanos = nowNanos + nanos(number(each, 0));
            case "timer_start" -> timerNanos = nowNanos;
            case "timer_get" -> put(each, Amount.of((nowNanos - timerNanos) / NANOS, "eb"));
            case "if" -> branch(each);
            case "elseif", "else" -> at = each.end() + 1;
            case "loop" -> enter(each);
            case "endloop" -> endLoop(each);
            case "breakloop" -> leave(each.end());
            case "pck_start" -> parcel = Optional.of(new StringBuilder());
            case "pck_add" -> pack(each);
            case "pck_end" -> {
                say("P" + parcel.orElseThrow(() -> outOfOrder(each)) + "\n");
                parcel = Optional.empty();
            }
            case "send_string" -> say("T" + each.argument(0).replace("\"", "") + "\n");
            case "abort", "on_finished:" -> finish();
            default -> drive(each);
        }
    }

    private static ScriptError outOfOrder(Instruction each) {
        return new ScriptError(ScriptError.PACKAGE_ORDER, each.line(), 1);
    }

    private void drive(Instruction each) throws ScriptError {
        front.pass(nowNanos);
        switch (each.command()) {
            case "cell_on" -> front.turn(true);
            case "cell_off" -> front.turn(false);
            case "set_pgstat_mode" -> front.mode((int) number(each, 0).value(), each.line());
            case "set_e" -> front.setVolts(number(each, 0).value(), each.line());
            case "set_i" -> front.setAmps(number(each, 0).value(), each.line());
            case "set_autoranging" -> {
                if (each.argument(0).equals("ba") || each.argument(0).equals("db")) {
                    front.ranges(number(each, 1).value(), number(each, 2).value());
                }
            }
            case "meas" -> loops.push(Measuring.once(this, each, nowNanos));
            default -> loops.push(Measuring.loop(this, each, nowNanos));
        }
    }

    private void pack(Instruction each) throws ScriptError {
        StringBuilder open = parcel.orElseThrow(() -> outOfOrder(each));
        open.append(open.isEmpty() ? "" : ";").append(number(each, 0).encoded());
    }

    private void branch(Instruction from) throws ScriptError {
        Instruction each = from;
        while (!each.command().equals("endif") && !each.command().equals("else") && !holds(each)) {
            at = each.partner() + 1;
            each = program.instructions().get(each.partner());
        }
    }

    private boolean holds(Instruction each) throws ScriptError {
        double left = number(each, 0).value();
        double right = number(each, 2).value();
        return switch (each.argument(1)) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            case "==" -> left == right;
            case "!=" -> left != right;
            default -> throw new ScriptError(ScriptError.ARGUMENT, each.line(), 1);
        };
    }

    private void enter(Instruction loop) throws ScriptError {
        loops.push(Measuring.general(this, loop));
        say("L\n");
        again(loop);
    }

    private void again(Instruction loop) throws ScriptError {
        if (!holds(loop)) {
            leave(loop.partner());
        }
    }

    private void endLoop(Instruction end) throws ScriptError {
        Instruction loop = program.instructions().get(end.partner());
        if (!loop.measures()) {
            at = end.partner() + 1;
            again(loop);
        } else if (loops.element().next(nowNanos)) {
            at = end.partner() + 1;
        } else {
            leave(at - 1);
        }
    }

    private void leave(int end) {
        say(loops.pop().mark());
        at = end + 1;
    }

    private void reckon(Instruction each) throws ScriptError {
        Amount left = number(each, 0);
        double right = number(each, 1).value();
        if (right == 0 && each.command().equals("div_var")) {
            throw new ScriptError(ScriptError.DIVISION, each.line(), 1);
        }
        double result =
                switch (each.command()) {
                    case "add_var" -> left.value() + right;
                    case "sub_var" -> left.value() - right;
                    case "mul_var" -> left.value() * right;
                    default -> left.value() / right;
                };
        put(each, left.whole() ? Amount.whole((long) result, left.type()) : Amount.of(result, left.type()));
    }

    private void put(Instruction each, Amount amount) {
        variables.put(each.argument(0), amount);
    }

    void put(String name, Amount amount) {
        variables.put(name, amount);
    }

    /** The argument's value, of a variable or a literal. */
    Amount number(Instruction each, int index) throws ScriptError {
        String word = each.argument(index);
        Amount known = variables.get(word);
        if (known != null) {
            return known;
        }
        return Character.isLetter(word.charAt(0))
                ? Amount.of(0, "aa")
                : Amount.literal(word).orElseThrow(() -> new ScriptError(ScriptError.MALFORMED_NUMBER, each.line(), 1));
    }

    static long nanos(Amount seconds) {
        return Math.round(seconds.value() * NANOS);
    }

    /** What a measuring loop measures besides. */
    void extras(Instruction each) {
        for (String argument : each.arguments()) {
            Matcher extra = EXTRA.matcher(argument);
            if (extra.matches()) {
                put(extra.group(2), front.measured(extra.group(1)));
            }
        }
    }

    FrontEnd front() {
        return front;
    }

    /** A single measurement is over. */
    void measuredOnce() {
        loops.pop();
    }

    void wake(long atNanos) {
        wakeNanos = Math.max(atNanos, nowNanos + LINE_NANOS);
    }

    void announce(int technique) {
        say("M%04X\n".formatted(technique));
    }
}
