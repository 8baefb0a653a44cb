package cellwright.simulator.emulator.ascii2;

import cellwright.simulator.emulator.line.LineInstrument;
import cellwright.simulator.emulator.line.LineMischief;
import cellwright.simulator.instrument.Approach;
import cellwright.simulator.instrument.Chamber;
import cellwright.simulator.instrument.Dice;
import cellwright.simulator.instrument.RegulatedChamber;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A chamber that speaks ASCII-2, down to its bytes. Its air is the regulated chamber of this module: a ramp, an overshoot,
 * a swing; switched off it goes slowly to the temperature of the room. Instants are the caller's and never run
 * backwards. Mutable, one thread.
 */
public final class EmulatedChamber extends LineInstrument<LineMischief> {
    private static final double ZERO_CELSIUS = 273.15;
    private static final double ROOM_CELSIUS = 23;
    private static final double FASTEST = 3.0 / 60;
    private static final double DRIFT = 0.5 / 60;
    private static final double AT_ONCE_SECONDS = 1e-9;
    private static final double MINUTE_SECONDS = 60;
    private static final int START = 1;
    private static final String OPEN_SENSOR = "-191.3";

    private final Map<String, Double> set = new HashMap<>();
    private ChamberProfile profile;
    private Chamber air;
    private Approach nominal;
    private double target;
    private double up;
    private double down;
    private String bits = "0".repeat(ChamberProfile.CHANNELS);
    private boolean obeys = true;
    private boolean gradients = true;
    private boolean spaced;
    private boolean sensorOpen;

    /** A chamber that stands at a temperature and is off. */
    public EmulatedChamber(ChamberProfile profile, double celsius, long nowNanos) {
        this(
                profile,
                new RegulatedChamber(
                        new RegulatedChamber.Traits(FASTEST, 0.3, 0.05),
                        0,
                        new Dice(2),
                        celsius + ZERO_CELSIUS,
                        nowNanos),
                celsius,
                nowNanos);
    }

    /** One whose air is another's, and that is off, set to a temperature. */
    EmulatedChamber(ChamberProfile profile, Chamber air, double celsius, long nowNanos) {
        super(new LineMischief());
        this.profile = profile;
        this.air = air;
        this.nominal = Approach.resting(nowNanos, celsius);
        this.target = celsius;
        profile.written().forEach(name -> set.put(name, name.equals("SV01") ? 90.0 : 0.0));
    }

    /** From now on it is a chamber of another kind, as a swapped cable would make it. */
    public EmulatedChamber swapped(ChamberProfile other) {
        profile = other;
        other.written().forEach(name -> set.putIfAbsent(name, 0.0));
        return this;
    }

    /** From now on, or no longer, commands are acknowledged and not followed. */
    public EmulatedChamber disobeys(boolean now) {
        obeys = !now;
        return this;
    }

    /** It does not know the command for gradients. */
    public EmulatedChamber withoutGradients() {
        gradients = false;
        return this;
    }

    /** Its digital channels are written apart from each other. */
    public EmulatedChamber spaced() {
        spaced = true;
        return this;
    }

    /** From now on, or no longer, its temperature sensor is open. */
    public EmulatedChamber sensorOpen(boolean now) {
        sensorOpen = now;
        return this;
    }

    /** A digital channel is switched at the panel; channel 1 is the chamber itself, which a limiter may switch off, too. */
    public EmulatedChamber channel(int number, boolean on, long atNanos) {
        bits = bits.substring(0, number) + (on ? '1' : '0') + bits.substring(number + 1);
        follow(atNanos);
        return this;
    }

    /** A number is set at the panel, for example the set-point {@code CV01}. */
    public EmulatedChamber panel(String name, double value, long atNanos) {
        set(name, value, atNanos);
        follow(atNanos);
        return this;
    }

    /** A number that was set, in truth. */
    public double set(String name) {
        return name.equals("CV01") ? target : set.getOrDefault(name, Double.NaN);
    }

    /** The digital channels, in truth. */
    public String bits() {
        return bits;
    }

    /** The temperature of the air, in truth, degrees Celsius. */
    public double celsius(long atNanos) {
        return air.kelvins(atNanos) - ZERO_CELSIUS;
    }

    @Override
    protected void hear(String command, long atNanos) {
        say(heard(command, atNanos), atNanos);
    }

    private String heard(String command, long atNanos) {
        if (!command.startsWith("$01") || command.length() < 4) {
            return "";
        }
        List<String> words = List.of(command.substring(4).strip().split(" +"));
        return switch (command.charAt(3)) {
            case '?' -> profile.description();
            case 'I' -> state(atNanos) + "\r";
            case 'E' -> order(words, atNanos) ? "0\r" : "";
            case 'U' -> gradients && gradient(words) ? "0\r" : "\r";
            default -> "'" + command + "' is an unknown command.\r";
        };
    }

    private String state(long atNanos) {
        var text = new StringBuilder();
        for (String told : profile.told()) {
            text.append(number(told, atNanos)).append(' ');
        }
        return text.append(spaced ? String.join(" ", bits.split("")) : bits).toString();
    }

    private String number(String told, long atNanos) {
        String name = told.substring(0, 4);
        char role = told.charAt(5);
        if (name.equals("CV01")) {
            return role == 'n' ? written(nominal.at(atNanos)) : sensorOpen ? OPEN_SENSOR : written(celsius(atNanos));
        }
        return written(role == 'a' && name.startsWith("MV") ? ROOM_CELSIUS : set.getOrDefault(name, 0.0));
    }

    private static String written(double value) {
        return String.format(Locale.ROOT, "%06.1f", value);
    }

    /** Takes numbers and channels, all or none. */
    private boolean order(List<String> words, long atNanos) {
        int count = profile.written().size();
        if (words.size() <= count) {
            return false;
        }
        String channels = String.join("", words.subList(count, words.size()));
        boolean inside = profile.inside(Double.parseDouble(words.get(0)));
        if (!inside || channels.length() != profile.writtenBits() || !channels.matches("[01]+")) {
            return false;
        }
        if (obeys) {
            for (int i = 0; i < count; i++) {
                set(profile.written().get(i), Double.parseDouble(words.get(i)), atNanos);
            }
            bits = channels + bits.substring(channels.length());
            follow(atNanos);
        }
        return true;
    }

    private void set(String name, double value, long atNanos) {
        if (!name.equals("CV01")) {
            set.put(name, value);
        } else {
            double rate = rate(value, nominal.at(atNanos));
            target = value;
            nominal = rate == 0
                    ? Approach.resting(atNanos, value)
                    : new Approach(atNanos, nominal.at(atNanos), value, rate, AT_ONCE_SECONDS, AT_ONCE_SECONDS);
        }
    }

    /** The gradient that applies, K/s; 0 for none. */
    private double rate(double to, double from) {
        return (to >= from ? up : down) / MINUTE_SECONDS;
    }

    private void follow(long atNanos) {
        boolean on = bits.charAt(START) == '1';
        double rate = rate(target, nominal.at(atNanos));
        air = on
                ? air.sentTo(target + ZERO_CELSIUS, rate == 0 ? Double.POSITIVE_INFINITY : rate, atNanos)
                : air.sentTo(ROOM_CELSIUS + ZERO_CELSIUS, DRIFT, atNanos);
    }

    private boolean gradient(List<String> words) {
        if (words.size() != 4) {
            return false;
        }
        double newUp = Double.parseDouble(words.get(0));
        double newDown = Double.parseDouble(words.get(1));
        if (newUp < 0 || newDown < 0 || (newUp > 0 && newDown > 0)) {
            return false;
        }
        up = newUp;
        down = newDown;
        return true;
    }
}
