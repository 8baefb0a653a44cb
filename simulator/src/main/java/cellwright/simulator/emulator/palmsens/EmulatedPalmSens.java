package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.EmulatedCell;
import cellwright.simulator.emulator.line.CommandEnd;
import cellwright.simulator.emulator.line.LineInstrument;
import java.util.Optional;

/**
 * An instrument at the far end of a line. Bytes come with the time at which they come, and go with the time at which they
 * go; the times are the caller's and never run backwards. Mutable, one thread.
 */
public final class EmulatedPalmSens extends LineInstrument<Mischief> {
    /** After an error it hears nothing for so long. */
    private static final long DEAF_NANOS = 50_000_000L;

    private static final int LONGEST_LINE = 255;

    private final Profile profile;
    private final FrontEnd front;
    private final boolean extras;
    private Optional<ProgramReader> reading = Optional.empty();
    private boolean runAfterReading;
    private Optional<Program> loaded = Optional.empty();
    private Optional<Interpreter> running = Optional.empty();
    private long nowNanos;
    private long deafUntilNanos = Long.MIN_VALUE;

    /** An instrument with up-to-date firmware that was just switched on, with a cell on its leads. */
    public EmulatedPalmSens(Profile profile, EmulatedCell cell, long nowNanos) {
        this(profile, cell, nowNanos, true);
    }

    /**
     * An instrument that was just switched on.
     *
     * @param extras whether its firmware knows {@code add_meas}
     */
    public EmulatedPalmSens(Profile profile, EmulatedCell cell, long nowNanos, boolean extras) {
        super(new Mischief(profile.serial()), CommandEnd.LF, LONGEST_LINE);
        this.profile = profile;
        this.front = new FrontEnd(profile, cell, mischief(), nowNanos);
        this.extras = extras;
        this.nowNanos = nowNanos;
    }

    /** Whether the relay is closed, in truth. */
    public boolean cellOn() {
        return front.closed();
    }

    /** How often the relay has moved. */
    public long switched() {
        return front.switched();
    }

    /** The current through the cell, in truth, A. */
    public double amps() {
        return front.amps();
    }

    /** The voltage of the cell, in truth, V. */
    public double volts() {
        return front.volts();
    }

    /** Whether a script is running. */
    public boolean busy() {
        return running.isPresent();
    }

    /** Power is lost for a moment: the script is gone, the relay open, the line's buffer empty. */
    public void reboot() {
        front.reset();
        rebootOn();
    }

    /** Power is lost for a moment, and its output is on again afterwards as it was. */
    public void rebootOn() {
        front.wake();
        running = Optional.empty();
        reading = Optional.empty();
        loaded = Optional.empty();
        forget();
    }

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    @Override
    public long nextNanos() {
        long script = running.map(Interpreter::wakeNanos).orElse(Long.MAX_VALUE);
        return mischief().isSilent() ? Long.MAX_VALUE : Math.min(super.nextNanos(), script);
    }

    /** Lets time pass; what it says meanwhile waits to be fetched. */
    @Override
    public void advance(long toNanos) {
        nowNanos = Math.max(nowNanos, toNanos);
        if (running.isPresent()) {
            running.get().advance(nowNanos);
            if (running.get().over()) {
                running = Optional.empty();
            }
        }
        front.pass(nowNanos);
    }

    @Override
    protected boolean deaf(long atNanos) {
        return nowNanos < deafUntilNanos;
    }

    @Override
    protected void hear(String whole, long atNanos) {
        if (whole.length() >= LONGEST_LINE) {
            refuse(whole.substring(0, 1), 0x0008);
        } else if (reading.isPresent()) {
            read(reading.get(), whole);
        } else if (running.isPresent()) {
            interrupt(running.get(), whole);
        } else {
            answer(whole);
        }
    }

    private void answer(String command) {
        switch (command) {
            case "" -> say("\n");
            case "t" -> {
                int cut = profile.firmware().indexOf('\n') + 1;
                say(profile.firmware().substring(0, cut));
                say(profile.firmware().substring(cut));
            }
            case "i" -> say("i" + mischief().serial() + "\n");
            case "v" -> say("v01.09.00\n");
            case "m" -> refuse("m", 0x0048);
            case "CC" -> say("C" + profile.online() + "\n");
            case "CM" -> say("C" + profile.script() + "\n");
            case "l", "e" -> {
                reading = Optional.of(new ProgramReader(extras));
                runAfterReading = command.equals("e");
            }
            case "r" -> loaded.ifPresentOrElse(program -> run(program, "r"), () -> refuse("r", 0x000C));
            case "Z", "Y", "h", "H", "R" -> refuse(command, 0x0006);
            default -> refuse(command.substring(0, 1), 0x0003);
        }
    }

    private void interrupt(Interpreter script, String command) {
        switch (command) {
            case "Z" -> {
                say("Z\n");
                script.stop();
            }
            case "Y" -> {
                say("Y\n");
                script.skip();
            }
            case "h", "H" -> {
                say(command + "\n");
                script.halt(command.equals("h"), nowNanos);
            }
            case "" -> {}
            default -> refuse(command.substring(0, 1), 0x0006);
        }
    }

    private void read(ProgramReader reader, String whole) {
        String echo = runAfterReading ? "e" : "l";
        try {
            if (!whole.isEmpty()) {
                reader.on(whole);
                return;
            }
            loaded = Optional.of(reader.finished());
            reading = Optional.empty();
            if (runAfterReading) {
                run(loaded.get(), echo);
            } else {
                say(echo + "\n");
            }
        } catch (ScriptError error) {
            reading = Optional.empty();
            say(echo + error.whileReading());
            deafUntilNanos = nowNanos + DEAF_NANOS;
        }
    }

    private void run(Program program, String echo) {
        say(echo + "\n");
        running = Optional.of(new Interpreter(program, front, mischief(), nowNanos, this::tell));
    }

    private void refuse(String echo, int code) {
        say("%s!%04X\n".formatted(echo, code));
        deafUntilNanos = nowNanos + DEAF_NANOS;
    }

    private void say(String text) {
        tell(nowNanos, text);
    }

    private void tell(long atNanos, String text) {
        if (text.startsWith("!")) {
            deafUntilNanos = atNanos + DEAF_NANOS;
        }
        if (!text.isEmpty()) {
            say(text, atNanos);
        }
    }
}
