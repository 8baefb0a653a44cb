package cellwright.simulator.emulator.alicat;

import cellwright.simulator.emulator.line.LineInstrument;
import cellwright.simulator.emulator.line.LineMischief;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * An Alicat dual-valve pressure controller down to its bytes: gauge pressure, firmware 10v20, with a volume of gas that goes
 * to the set-point with a lag. Instants are the caller's and never run backwards. Mutable, one thread.
 */
public final class EmulatedAlicat extends LineInstrument<LineMischief> {
    private static final int WIDTH = 8;
    private static final double FULL_SCALE_PASCALS = 1e6;
    private static final double[] SECONDS = {1e-3, 1, 60, 3600, 86_400};
    private static final int FIRST_TIME_CODE = 3;

    private final GasVolume gas;
    private final DoubleConsumer piston;
    private final TreeSet<String> flags = new TreeSet<>();
    private GasUnit unit = GasUnit.BAR;
    private String serial = "SIM20001";
    private String firmware = "10v20.0-R24";
    private char source = 'S';
    private int variable = 38;
    private String rate = "0.0 4";
    private boolean obeys = true;
    private long nowNanos;

    /** A controller that holds a gauge pressure, Pa, and was just switched on. */
    public EmulatedAlicat(double pascals, long nowNanos) {
        this(pascals, nowNanos, unmoved -> {});
    }

    /** One whose gas moves something; that is told the gauge pressure, Pa, as time passes. */
    EmulatedAlicat(double pascals, long nowNanos, DoubleConsumer piston) {
        super(new LineMischief());
        this.gas = new GasVolume(pascals, nowNanos);
        this.nowNanos = nowNanos;
        this.piston = piston;
    }

    /** Somebody chooses another unit at the front panel. */
    public EmulatedAlicat shows(GasUnit other) {
        unit = other;
        return this;
    }

    /** From now on it gives another serial number, as a swapped cable would. */
    public EmulatedAlicat serial(String other) {
        serial = other;
        return this;
    }

    /** Its firmware is another one. */
    public EmulatedAlicat firmware(String version) {
        firmware = version;
        return this;
    }

    /** Where it takes set-points from: {@code S} serial line, {@code U} the same unsaved, {@code A} analog input. */
    public EmulatedAlicat source(char letter) {
        source = letter;
        return this;
    }

    /** What it regulates, by the maker's numbers: 34 absolute, 38 gauge, 39 differential pressure, 37 mass flow. */
    public EmulatedAlicat regulates(int code) {
        variable = code;
        return this;
    }

    /** A flag goes up, for example {@code POV}. */
    public EmulatedAlicat raise(String flag) {
        flags.add(flag);
        return this;
    }

    /** A flag goes down. */
    public EmulatedAlicat lower(String flag) {
        flags.remove(flag);
        return this;
    }

    /** From now on, or no longer, set-points are acknowledged and neither kept nor followed. */
    public EmulatedAlicat disobeys(boolean now) {
        obeys = !now;
        return this;
    }

    /** Somebody turns the set-point at the front panel, Pa. */
    public EmulatedAlicat panel(double pascals, long atNanos) {
        gas.sendTo(pascals, atNanos);
        return this;
    }

    /** Somebody turns the set-point at the front panel now, Pa. */
    EmulatedAlicat panel(double pascals) {
        return panel(pascals, nowNanos);
    }

    /** From now on the gas goes so many times as far as it is sent; the set-point is told as it was given. */
    EmulatedAlicat overshoots(double times) {
        gas.overshoot(times);
        return this;
    }

    /** Power is lost for a moment now. */
    EmulatedAlicat reboot() {
        return reboot(nowNanos);
    }

    /** Power is lost for a moment: the set-point is zero, the gas goes. */
    public EmulatedAlicat reboot(long atNanos) {
        forget();
        rate = "0.0 4";
        gas.ramp(Double.POSITIVE_INFINITY, atNanos);
        gas.sendTo(0, atNanos);
        return this;
    }

    /** The gauge pressure, in truth, Pa. */
    public double pascals(long atNanos) {
        return gas.pascals(atNanos);
    }

    /** Where it is sent, in truth, Pa. */
    public double target() {
        return gas.target();
    }

    @Override
    public void advance(long toNanos) {
        nowNanos = Math.max(nowNanos, toNanos);
        piston.accept(gas.pascals(toNanos));
    }

    @Override
    protected void hear(String command, long atNanos) {
        say(heard(command, atNanos), atNanos);
    }

    private String heard(String command, long atNanos) {
        String upper = command.toUpperCase(Locale.ROOT).strip();
        return upper.startsWith("A") ? answer(upper.substring(1), atNanos) : "";
    }

    private String answer(String command, long atNanos) {
        String[] words = command.split(" +");
        return switch (words[0]) {
            case "" -> reading(atNanos);
            case "??M*" -> Tables.maker(serial, firmware);
            case "??D*" -> Tables.columns(unit, variable);
            case "VE" -> "A   " + firmware + " Jan  9 2025,15:04:07\r";
            case "LSS" -> "A " + source + "\r";
            case "LV" -> "A " + variable + "\r";
            case "LS" -> setpoint(words, atNanos);
            case "SR" -> ramp(words, atNanos);
            case "FPF" -> "A " + number(FULL_SCALE_PASCALS) + " " + unitWords() + "\r";
            case "HP", "HC" -> {
                gas.hold(true, atNanos);
                yield reading(atNanos);
            }
            case "C" -> {
                gas.hold(false, atNanos);
                yield reading(atNanos);
            }
            default -> "?\r";
        };
    }

    private String setpoint(String[] words, long atNanos) {
        if (words.length > 1) {
            double pascals = Double.parseDouble(words[1]) * unit.pascals();
            if (pascals < 0 || pascals > 1.02 * FULL_SCALE_PASCALS) {
                return "?\r";
            }
            if (source != 'A' && obeys) {
                gas.sendTo(pascals, atNanos);
            } else if (!obeys) {
                return "A " + number(gas.setpoint(atNanos)) + " " + number(pascals) + " " + unitWords() + "\r";
            }
        }
        return "A " + number(gas.setpoint(atNanos)) + " " + number(gas.target()) + " " + unitWords() + "\r";
    }

    private String ramp(String[] words, long atNanos) {
        if (words.length > 1) {
            double value = Double.parseDouble(words[1]);
            int code = words.length > 2 ? Integer.parseInt(words[2]) : FIRST_TIME_CODE + 1;
            int index = code - FIRST_TIME_CODE;
            if (value < 0 || index < 0 || index >= SECONDS.length) {
                return "?\r";
            }
            rate = words[1] + " " + code;
            gas.ramp(value == 0 ? Double.POSITIVE_INFINITY : value * unit.pascals() / SECONDS[index], atNanos);
        }
        String[] parts = rate.split(" ");
        return "A " + parts[0] + " " + unit.code() + " " + parts[1] + " " + unit.label() + "G/"
                + "ms s min hour day".split(" ")[Integer.parseInt(parts[1]) - FIRST_TIME_CODE] + "\r";
    }

    private String reading(long atNanos) {
        var text = new StringBuilder("A ");
        text.append(number(gas.pascals(atNanos))).append(' ').append(number(gas.setpoint(atNanos)));
        if (gas.held()) {
            text.append(" HLD");
        }
        flags.forEach(flag -> text.append(' ').append(flag));
        return text.append('\r').toString();
    }

    private String unitWords() {
        return unit.code() + " " + unit.label() + "G";
    }

    private String number(double pascals) {
        return String.format(Locale.ROOT, "%+0" + WIDTH + "." + unit.decimals() + "f", pascals / unit.pascals());
    }
}
