package cellwright.simulator.emulator.scpi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.emulation.FarEnd;
import cellwright.simulator.emulator.EmulatedCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A source-measure unit at the far end of a line. Bytes come with the time at which they come, and go with the time at which
 * they go; the times are the caller's and never run backwards. Mutable, one thread.
 */
public final class EmulatedSmu implements FarEnd {
    private static final long COMMAND_NANOS = 500_000L;
    private static final long ANSWER_NANOS = 1_000_000L;
    private static final int MOST_WAITING = 65_536;
    private static final int LONGEST_LINE = 4096;

    private record Saying(long atNanos, String text) {}

    private final SmuKind kind;
    private final Mischief mischief;
    private final SourceUnit unit;
    private final Commands commands;
    private final Deque<Saying> waiting = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private String previousAnswer = "0";
    private long nowNanos;
    private long busyUntilNanos;
    private int waitingCharacters;

    /** An instrument that was just switched on, with a cell on its leads: 0 V lie on it. */
    public EmulatedSmu(SmuKind kind, EmulatedCell cell, long nowNanos) {
        this.kind = kind;
        this.mischief = new Mischief(kind.badge(kind.serial()));
        this.unit = new SourceUnit(kind, cell, mischief, nowNanos);
        this.commands = new Commands(kind, unit, mischief, () -> this.nowNanos);
        this.nowNanos = nowNanos;
        this.busyUntilNanos = nowNanos;
    }

    /** How it misbehaves. */
    public Mischief mischief() {
        return mischief;
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
        line.setLength(0);
        waiting.clear();
        waitingCharacters = 0;
    }

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    @Override
    public long nextNanos() {
        Saying first = waiting.peek();
        return mischief.hanging() || first == null ? Long.MAX_VALUE : first.atNanos();
    }

    /** Lets time pass. */
    @Override
    public void advance(long toNanos) {
        nowNanos = Math.max(nowNanos, toNanos);
        unit.pass(nowNanos);
    }

    /** What it has said up to a time. */
    @Override
    public byte[] fetch(long atNanos) {
        advance(atNanos);
        var text = new StringBuilder();
        while (!mischief.hanging() && !waiting.isEmpty() && waiting.element().atNanos() <= nowNanos) {
            text.append(waiting.remove().text());
        }
        waitingCharacters -= text.length();
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Bytes from the host. */
    @Override
    public void receive(byte[] bytes, long atNanos) {
        advance(atNanos);
        for (byte each : bytes) {
            if (mischief.hanging()) {
                line.setLength(0);
            } else if (each == '\n' || each == '\r') {
                String whole = line.toString();
                line.setLength(0);
                hear(whole);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) (each & 0xff));
            }
        }
    }

    private void hear(String whole) {
        List<String> answers = new ArrayList<>();
        for (String command : whole.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (!command.isBlank()) {
                busyUntilNanos = Math.max(busyUntilNanos, nowNanos) + COMMAND_NANOS;
                carryOut(command.strip(), answers);
            }
        }
        if (!answers.isEmpty()) {
            busyUntilNanos += ANSWER_NANOS;
            say(String.join(";", answers));
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
            } else if (!mischief.ignores(command)) {
                node.set(argument);
            }
        } catch (Refusal refusal) {
            commands.complain(refusal);
        }
    }

    private void say(String answer) {
        String said = mischief.behind() ? previousAnswer : answer;
        previousAnswer = answer;
        String text = mischief.hanging() ? "" : mischief.spoiled(said + kind.lineEnd());
        if (!text.isEmpty() && waitingCharacters + text.length() <= MOST_WAITING) {
            waiting.add(new Saying(busyUntilNanos + mischief.delayNanos(), text));
            waitingCharacters += text.length();
        }
    }
}
