package cellwright.simulator.emulator.mark10;

import cellwright.simulator.emulator.line.LineInstrument;
import cellwright.simulator.emulator.line.LineMischief;
import cellwright.simulator.instrument.Approach;
import cellwright.simulator.instrument.Converter;
import cellwright.simulator.instrument.Dice;
import cellwright.simulator.instrument.LoadCell;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/**
 * A Mark-10 gauge in a press, down to its bytes. What it shows is the load cell of this module under a force that follows
 * the press with a lag; a pascal there is a newton here. Instants are the caller's and never run backwards. Mutable, one
 * thread.
 */
public final class EmulatedMark10 extends LineInstrument<LineMischief> {
    private static final double PRESS_SECONDS = 2;
    private static final double CLOSE_NEWTONS = 1e-3;
    private static final double KELVINS = 298.15;
    private static final long SAMPLE_NANOS = 100_000_000L;
    private static final double NANOS = 1e9;
    /** Steps over the capacity that the last digit resolves. */
    private static final double DIGITS = 20_000;

    private final double capacity;
    private final LoadCell cell;
    private LongToDoubleFunction force;
    private long seenNanos;
    private ShownUnit unit = ShownUnit.N;
    private boolean units = true;
    private int sign = 1;
    private String serial = "SIM0010";
    private boolean lists = true;
    private int unasked;
    private long saidNanos;

    /**
     * A gauge that was just switched on.
     *
     * @param capacityNewtons largest force it is made for, above 0
     * @param newtons force on it, compression above 0
     */
    public EmulatedMark10(double capacityNewtons, double newtons, long nowNanos) {
        this(capacityNewtons, Approach.resting(nowNanos, newtons)::at, nowNanos);
    }

    /**
     * A gauge on which somebody else presses.
     *
     * @param force on it at an instant, N, compression above 0
     */
    EmulatedMark10(double capacityNewtons, LongToDoubleFunction force, long nowNanos) {
        super(new LineMischief());
        this.capacity = capacityNewtons;
        var converter = new Converter(18, capacityNewtons);
        var traits = new LoadCell.Traits(converter, 2e-5, 2e-5, 2e-4, 600);
        this.cell = new LoadCell(traits, new Dice(10), Math.abs(force.applyAsDouble(nowNanos)));
        this.force = force;
        this.seenNanos = nowNanos;
        this.saidNanos = nowNanos;
    }

    /** The press goes to another force, N, compression above 0. */
    public EmulatedMark10 press(double newtons, long atNanos) {
        force = new Approach(
                        atNanos,
                        force.applyAsDouble(atNanos),
                        newtons,
                        Double.POSITIVE_INFINITY,
                        PRESS_SECONDS,
                        CLOSE_NEWTONS)::at;
        return this;
    }

    /** Somebody presses the unit key until it shows another unit. */
    public EmulatedMark10 shows(ShownUnit other) {
        unit = other;
        return this;
    }

    /** Its data format leaves the unit away, or no longer. */
    public EmulatedMark10 unitsHidden(boolean now) {
        units = !now;
        return this;
    }

    /** It shows compression below 0. */
    public EmulatedMark10 compressionNegative() {
        sign = -1;
        return this;
    }

    /** From now on it gives another serial number, as a swapped cable would. */
    public EmulatedMark10 serial(String other) {
        serial = other;
        return this;
    }

    /** Its firmware does not know {@code LIST}. */
    public EmulatedMark10 old() {
        lists = false;
        return this;
    }

    /** From now on it sends so many readings a second by itself; 0 for none. */
    public EmulatedMark10 unasked(int perSecond) {
        unasked = perSecond;
        return this;
    }

    /** The force on it, in truth, N. */
    public double newtons(long atNanos) {
        return force.applyAsDouble(atNanos);
    }

    /** {@inheritDoc} It says what it says unasked. */
    @Override
    public void advance(long toNanos) {
        while (unasked > 0 && saidNanos + periodNanos() <= toNanos) {
            saidNanos += periodNanos();
            say(reading(saidNanos), saidNanos);
        }
    }

    @Override
    public long nextNanos() {
        return unasked == 0 ? super.nextNanos() : Math.min(super.nextNanos(), saidNanos + periodNanos());
    }

    private long periodNanos() {
        return (long) (NANOS / unasked);
    }

    @Override
    protected void hear(String command, long atNanos) {
        say(answer(command, atNanos), atNanos);
    }

    private String answer(String command, long atNanos) {
        Optional<ShownUnit> wanted = ShownUnit.ofCommand(command);
        if (wanted.isPresent()) {
            unit = wanted.get();
            return "";
        }
        return switch (command) {
            case "?", "?C", "?A" -> reading(atNanos);
            case "RN" -> "Force Gauge\r\n";
            case "RM" -> "M5-2000 EMULATED\r\n";
            case "RV" -> "1.00\r\n";
            case "RS" -> serial + "\r\n";
            case "LIST" -> lists ? list() : "*10\r\n";
            case "CUR", "CLR" -> "";
            case "AOUT00", "AOUT0" -> {
                unasked = 0;
                yield "";
            }
            default -> "*10\r\n";
        };
    }

    private String list() {
        return "V1.00;%s;CUR;FLTC8;FLTP1;AOUT%02d;AOFF0;FULL;MIT;POL;B0\r\n"
                .formatted(unit.symbol().toUpperCase(Locale.ROOT), unasked);
    }

    private String reading(long atNanos) {
        double truth = force.applyAsDouble(atNanos);
        double shown = cell.shown(Math.abs(truth), KELVINS, (atNanos - seenNanos) / NANOS);
        cell.accept();
        seenNanos = atNanos;
        double value = Math.copySign(cell.sample(shown, atNanos / SAMPLE_NANOS), sign * truth) / unit.newtons();
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(capacity / unit.newtons() / DIGITS)));
        String number = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return number + (units ? " " + unit.symbol() : "") + "\r\n";
    }
}
