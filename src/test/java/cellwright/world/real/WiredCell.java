package cellwright.world.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.NanoClock;
import cellwright.testkit.Device;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A potentiostat of the tests' own with a linear cell behind it, as bytes: {@code NN word*SS} lines, NN a number that the answer
 * repeats, SS a checksum. It keeps the truth: what the cell went through, and what it was told by whom.
 */
public final class WiredCell implements Device {
    private static final double FARADS = 100;
    private static final double OHMS = 1;

    /** What may be wrong with it. */
    public enum Fault {
        /** Switching off is acknowledged and not done. */
        STUCK_ON,
        /** Nothing is ever answered. */
        MUTE,
        /** The voltage converter has stopped. */
        FROZEN_VOLTS,
        /** The current is reported as not a number. */
        NOT_A_NUMBER,
        /** The voltage is reported as SCPI's overload. */
        OVERLOAD,
        /** Every answer has a number one too low. */
        OUT_OF_STEP
    }

    final String serial;
    public final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    /** Commands in the order they came, without questions. */
    public final List<String> told = new ArrayList<>();

    private final NanoClock clock;
    private double volts;
    private double amps;
    private double coulombs;
    private double counterFrom = Double.NaN;
    private double frozenVolts = Double.NaN;
    private long sinceNanos;
    private String begun = "";
    double highestVolts = Double.NEGATIVE_INFINITY;

    public WiredCell(String serial, NanoClock clock, double volts) {
        this.serial = serial;
        this.clock = clock;
        this.volts = volts;
        this.sinceNanos = clock.nanos();
    }

    /** The true current. */
    public synchronized double amps() {
        return amps;
    }

    /** Somebody switches the output on or off behind the program's back. */
    public synchronized void force(double newAmps) {
        move();
        amps = newAmps;
    }

    /** The true charge that went in since it was made. */
    public synchronized double coulombs() {
        move();
        return coulombs;
    }

    /** From now on it has a coulomb counter that stands at zero; who has met it before must meet it anew. */
    public synchronized WiredCell counting() {
        move();
        counterFrom = coulombs;
        return this;
    }

    @Override
    public synchronized byte[] answer(byte[] written) {
        String text = begun + new String(written, ISO_8859_1);
        var answers = new StringBuilder();
        int end;
        while ((end = text.indexOf('\n')) >= 0) {
            answers.append(line(text.substring(0, end)));
            text = text.substring(end + 1);
        }
        begun = text;
        return answers.toString().getBytes(ISO_8859_1);
    }

    private String line(String line) {
        move();
        int star = line.lastIndexOf('*');
        if (faults.contains(Fault.MUTE) || star < 3 || !line.substring(star + 1).equals(sum(line.substring(0, star)))) {
            return "";
        }
        int number = Integer.parseInt(line.substring(0, 2), 16) - (faults.contains(Fault.OUT_OF_STEP) ? 1 : 0);
        return framed(number & 0xFF, answer(line.substring(3, star))) + "\n";
    }

    private String answer(String word) {
        if (word.equals("who")) {
            return "iam " + serial + (Double.isNaN(counterFrom) ? "" : " counting");
        }
        if (word.equals("read")) {
            return String.format(Locale.ROOT, "is %s %s %s", shownVolts(), shownAmps(), coulombs - counterFrom);
        }
        told.add(word);
        if (word.equals("off")) {
            amps = faults.contains(Fault.STUCK_ON) ? amps : 0;
        } else if (word.startsWith("amps ")) {
            amps = Double.parseDouble(word.substring(5));
        } else {
            return "err unknown";
        }
        return "ok";
    }

    private String shownVolts() {
        double now = volts + OHMS * amps;
        if (faults.contains(Fault.FROZEN_VOLTS)) {
            frozenVolts = Double.isNaN(frozenVolts) ? now : frozenVolts;
            return Double.toString(frozenVolts);
        }
        return faults.contains(Fault.OVERLOAD) ? "9.9E37" : Double.toString(now);
    }

    private String shownAmps() {
        return faults.contains(Fault.NOT_A_NUMBER) ? "NaN" : Double.toString(amps);
    }

    private void move() {
        long now = clock.nanos();
        coulombs += amps * (now - sinceNanos) * 1e-9;
        volts += amps * (now - sinceNanos) * 1e-9 / FARADS;
        sinceNanos = now;
        highestVolts = Math.max(highestVolts, volts + OHMS * amps);
    }

    static String framed(int number, String word) {
        String body = String.format(Locale.ROOT, "%02x %s", number, word);
        return body + "*" + sum(body);
    }

    /** A sum that noise does not hit by chance in any number of cases a test can play. */
    static String sum(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(ISO_8859_1));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
