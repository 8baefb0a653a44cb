package cellwright.simulator.emulator.scpi;

import cellwright.simulator.emulator.EmulatedCell;
import java.util.Map;

/** Source, limit and relay between the commands and the cell. Mutable, one thread. */
final class SourceUnit {
    static final String CURRENT = "CURR";
    static final String VOLTAGE = "VOLT";
    private static final String OPEN = "HIMP";
    private static final Map<String, String> OFF_STATES =
            Map.of("NORM", "NORMAL", OPEN, "HIMPEDANCE", "ZERO", "ZERO", "GUAR", "GUARD");

    /** A held voltage is followed by a current that changes; so long it may stand still in a computation. */
    private static final long STEP_NANOS = 100_000_000L;
    /** An output that is off in the state NORMAL still carries so much of its current range. */
    private static final double NORMAL_SHARE = 0.1;

    private static final double OVERRANGE = 1.05;

    final Setting.Word function = new Setting.Word(VOLTAGE, Map.of(CURRENT, "CURRENT", VOLTAGE, "VOLTAGE"));
    final Setting.Word offWhileCurrent = new Setting.Word("NORM", OFF_STATES);
    final Setting.Word offWhileVoltage = new Setting.Word("NORM", OFF_STATES);
    final Setting.Quantity amps;
    final Setting.Quantity volts;
    final Setting.Quantity voltLimit;
    final Setting.Quantity ampLimit;
    final Setting.Range ampRange;
    final Setting.Range voltRange;
    final Setting.Range measuredAmps;
    final Setting.Range measuredVolts;

    private final SmuKind kind;
    private final EmulatedCell cell;
    private final Mischief mischief;
    private double protection = 210;
    private boolean on;
    private long switched;
    private long nowNanos;

    SourceUnit(SmuKind kind, EmulatedCell cell, Mischief mischief, long nowNanos) {
        this.kind = kind;
        this.cell = cell;
        this.mischief = mischief;
        this.nowNanos = nowNanos;
        double most = kind.ampsMax();
        amps = new Setting.Quantity(kind, 0, -most, most);
        volts = new Setting.Quantity(kind, 0, -210, 210);
        voltLimit = new Setting.Quantity(kind, 21, 1e-3, 210);
        ampLimit = new Setting.Quantity(kind, 1.05e-4, 1e-9, most);
        ampRange = new Setting.Range(kind, kind.ampRanges());
        voltRange = new Setting.Range(kind, kind.voltRanges());
        measuredAmps = new Setting.Range(kind, kind.ampRanges());
        measuredVolts = new Setting.Range(kind, kind.voltRanges());
    }

    /** What flows and whether the limit holds it. */
    private record Flow(double amps, boolean limited) {}

    boolean sourcesCurrent() {
        return function.value().equals(CURRENT);
    }

    private String offState() {
        return (sourcesCurrent() ? offWhileCurrent : offWhileVoltage).value();
    }

    private Flow flow() {
        if (on) {
            return sourcesCurrent()
                    ? currentSource(amps.value(), Math.min(voltLimit.value(), protection))
                    : voltageSource(Math.clamp(volts.value(), -protection, protection), ampLimit.value());
        }
        return switch (offState()) {
            case OPEN -> new Flow(0, false);
            case "GUAR" -> currentSource(0, NORMAL_SHARE * voltRange.value());
            case "ZERO" -> voltageSource(0, ampLimit.value());
            default -> voltageSource(0, NORMAL_SHARE * Math.min(ampLimit.value(), kind.ampsMax()));
        };
    }

    /** Beyond its voltage limit a current source becomes a voltage source, and carries what the instrument can carry. */
    private Flow currentSource(double level, double limit) {
        double open = cell.volts(level);
        if (Math.abs(open) <= limit) {
            return new Flow(level, false);
        }
        return new Flow(Math.clamp(cell.amps(Math.copySign(limit, open)), -kind.ampsMax(), kind.ampsMax()), true);
    }

    private Flow voltageSource(double level, double limit) {
        double wanted = cell.amps(level);
        return Math.abs(wanted) <= limit ? new Flow(wanted, false) : new Flow(Math.copySign(limit, wanted), true);
    }

    /** Lets the cell feel the time that has passed. */
    void pass(long toNanos) {
        while (nowNanos < toNanos) {
            boolean open = !connected();
            long step = open ? toNanos - nowNanos : Math.min(STEP_NANOS, toNanos - nowNanos);
            cell.pass(flow().amps(), step);
            nowNanos += step;
        }
    }

    boolean on() {
        return on;
    }

    /** What it says of its output. */
    boolean saysOn() {
        return on && !mischief.relayStuck();
    }

    boolean connected() {
        return on || !offStateOpens();
    }

    boolean offStateOpens() {
        return offState().equals(OPEN);
    }

    long switched() {
        return switched;
    }

    void turn(boolean wanted) {
        if (wanted != on && (wanted || !mischief.relayStuck())) {
            on = wanted;
            switched++;
        }
    }

    /** Power was lost: everything is as it leaves the factory. */
    void reset() {
        on = false;
        offWhileCurrent.value("NORM");
        offWhileVoltage.value("NORM");
        function.value(VOLTAGE);
        amps.value(0);
        volts.value(0);
        ampLimit.value(1.05e-4);
        voltLimit.value(21);
        protection = 210;
        for (Setting.Range range : new Setting.Range[] {ampRange, voltRange, measuredAmps, measuredVolts}) {
            range.auto().on(true);
        }
    }

    void protection(double most) {
        protection = most;
    }

    double protection() {
        return protection;
    }

    /** The true current, A. */
    double trueAmps() {
        return flow().amps();
    }

    /** The true voltage of the cell, V. */
    double trueVolts() {
        return cell.volts(flow().amps());
    }

    boolean limited() {
        return mischief.tripped() || flow().limited();
    }

    /** The current as measured, A; the number for overflow beyond the range. */
    double seenAmps() {
        double range = sourcesCurrent() ? ampRange.value() : measuredAmps.value();
        return mischief.overloaded() ? 9.9e37 : within(trueAmps(), range);
    }

    /** The voltage as measured, V; nothing with the relay open. */
    double seenVolts() {
        double range = sourcesCurrent() ? measuredVolts.value() : voltRange.value();
        return connected() ? within(mischief.seen(trueVolts()), range) : 0;
    }

    private static double within(double value, double range) {
        return Math.abs(value) <= OVERRANGE * range ? value : Math.copySign(9.9e37, value);
    }
}
