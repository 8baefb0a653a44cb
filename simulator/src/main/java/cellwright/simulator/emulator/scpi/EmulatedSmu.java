package cellwright.simulator.emulator.scpi;

import cellwright.simulator.emulator.EmulatedCell;
import cellwright.simulator.emulator.line.CommandEnd;
import cellwright.simulator.emulator.line.LineInstrument;
import java.util.ArrayList;
import java.util.List;

/**
 * A source-measure unit at the far end of a line. Bytes come with the time at which they come, and go with the time at which
 * they go; the times are the caller's and never run backwards. Mutable, one thread.
 */
public final class EmulatedSmu extends LineInstrument<Mischief> {
    private static final long COMMAND_NANOS = 500_000L;
    private static final long ANSWER_NANOS = 1_000_000L;
    private static final int LONGEST_LINE = 4096;

    private final SmuKind kind;
    private final SourceUnit unit;
    private final Commands commands;
    private long nowNanos;
    private long busyUntilNanos;

    /** An instrument that was just switched on, with a cell on its leads: 0 V lie on it. */
    public EmulatedSmu(SmuKind kind, EmulatedCell cell, long nowNanos) {
        super(new Mischief(kind.badge(kind.serial())), CommandEnd.CR_OR_LF, LONGEST_LINE);
        this.kind = kind;
        this.unit = new SourceUnit(kind, cell, mischief(), nowNanos);
        this.commands = new Commands(kind, unit, mischief(), () -> this.nowNanos);
        this.nowNanos = nowNanos;
        this.busyUntilNanos = nowNanos;
    }

    /** Whether the output is on, in truth. */
    public boolean outputOn() {
        return unit.on();
    }

    /** Whether the relay connects the cell, in truth: with the output on, and with it off in any state but high impedance. */
    public boolean connected() {
        return unit.connected();
    }

    /** Whether the cell would be disconnected if the output were switched off now, in truth. */
    public boolean offStateOpens() {
        return unit.offStateOpens();
    }

    /** How often the output was switched. */
    public long switched() {
        return unit.switched();
    }

    /** The current through the cell, in truth, A. */
    public double amps() {
        return unit.trueAmps();
    }

    /** The voltage of the cell, in truth, V. */
    public double volts() {
        return unit.trueVolts();
    }

    /** Something goes wrong with it that only its error queue tells. */
    public void complain(int code, String words) {
        commands.complain(new Refusal(code, words));
    }

    /** Somebody presses the output key. */
    public void pressOutput(boolean on) {
        unit.turn(on);
    }

    /** Power is lost for a moment: everything is as it leaves the factory, the line's buffer empty. */
    public void reboot() {
        commands.reset();
        forget();
    }

    /** Lets time pass. */
    @Override
    public void advance(long toNanos) {
        nowNanos = Math.max(nowNanos, toNanos);
        unit.pass(nowNanos);
    }

    @Override
    protected void hear(String whole, long atNanos) {
        List<String> answers = new ArrayList<>();
        for (String command : whole.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (!command.isBlank()) {
                busyUntilNanos = Math.max(busyUntilNanos, nowNanos) + COMMAND_NANOS;
                carryOut(command.strip(), answers);
            }
        }
        if (!answers.isEmpty()) {
            busyUntilNanos += ANSWER_NANOS;
            say(String.join(";", answers) + kind.lineEnd(), busyUntilNanos);
        }
    }

    private void carryOut(String command, List<String> answers) {
        int space = command.indexOf(' ');
        String header = space < 0 ? command : command.substring(0, space);
        String argument = space < 0 ? "" : command.substring(space + 1).strip();
        boolean question = header.endsWith("?");
        try {
            Tree.Node node = commands.find(question ? header.substring(0, header.length() - 1) : header);
            if (question) {
                busyUntilNanos += header.equalsIgnoreCase(":READ?") ? commands.measuringNanos() : 0;
                answers.add(node.get(argument));
            } else if (!mischief().ignores(command)) {
                node.set(argument);
            }
        } catch (Refusal refusal) {
            commands.complain(refusal);
        }
    }
}
