package cellwright.modbus;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator.Span;
import cellwright.modbus.map.Setpoint;
import cellwright.modbus.map.Setpoint.RampPlan;
import cellwright.modbus.map.Spot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A set-point with the span it may be in.
 *
 * @param setpoint what the map says of it
 * @param span within the map's limits and the device's own, SI
 */
record Target(Setpoint setpoint, Span span) {
    /** So many digits of a rate are meant; the rest is what dividing by 60 leaves. */
    private static final MathContext MEANT = new MathContext(12);

    static Target of(Setpoint setpoint, Device device) throws InstrumentException {
        double low = Math.max(setpoint.low().doubleValue(), limit(setpoint.lowAt(), setpoint, device, -1));
        double high = Math.min(setpoint.high().doubleValue(), limit(setpoint.highAt(), setpoint, device, 1));
        if (!(low <= high)) {
            throw device.fault(
                    Kind.REFUSED,
                    "allows no set-point of %s: its own limits and the map's leave %s to %s %s; correct them"
                            .formatted(
                                    setpoint.signal().name(),
                                    low,
                                    high,
                                    setpoint.signal().unit().symbol()));
        }
        return new Target(setpoint, new Span(low, high));
    }

    private static double limit(Optional<Spot> spot, Setpoint setpoint, Device device, int direction)
            throws InstrumentException {
        if (spot.isEmpty()) {
            return direction * Double.POSITIVE_INFINITY;
        }
        return spot.get()
                .decode(device.words(spot.get()))
                .map(number -> setpoint.scaling().toSi(number).doubleValue())
                .orElse(Double.NaN);
    }

    /** A value as it stands in the registers, rounded to what they can say inside the span. */
    List<Integer> words(double value, Device device) throws InstrumentException {
        if (!span.contains(value)) {
            throw beyond(
                    device,
                    "%s %s lies outside %s to %s"
                            .formatted(value, setpoint.signal().unit().symbol(), span.low(), span.high()));
        }
        BigDecimal number = setpoint.scaling().fromSi(BigDecimal.valueOf(value)).round(MEANT);
        for (RoundingMode rounding : List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
            Optional<List<Integer>> words = setpoint.spot().encode(number, rounding);
            if (words.isPresent() && inside(words.get())) {
                return words.get();
            }
        }
        throw beyond(device, value + " cannot be said in its register");
    }

    private boolean inside(List<Integer> words) {
        return setpoint.spot()
                .decode(words)
                .map(number -> setpoint.scaling().toSi(number).doubleValue())
                .filter(span::contains)
                .isPresent();
    }

    /** A rate as it stands in its register, never faster than wanted; empty for none. */
    List<Integer> rate(Ramp ramp, Device device) throws InstrumentException {
        if (Double.isInfinite(ramp.perSecond())) {
            return List.of();
        }
        RampPlan plan = setpoint.ramp()
                .orElseThrow(() -> beyond(device, "its map knows no limit of the rate, so the ramp cannot be kept"));
        BigDecimal wanted = BigDecimal.valueOf(ramp.perSecond()).min(plan.high());
        BigDecimal number = plan.scaling().fromSi(wanted).round(MEANT);
        Optional<List<Integer>> words = plan.spot().encode(number, RoundingMode.FLOOR);
        Optional<BigDecimal> said = words.flatMap(plan.spot()::decode);
        BigDecimal least = plan.scaling().fromSi(plan.low()).round(MEANT);
        if (said.isEmpty() || said.get().compareTo(least) < 0) {
            throw beyond(
                    device,
                    "a rate of %s %s/s is slower than it can keep, %s"
                            .formatted(
                                    ramp.perSecond(),
                                    setpoint.signal().unit().symbol(),
                                    plan.low().round(MEANT)));
        }
        return words.orElseThrow();
    }

    private InstrumentException beyond(Device device, String why) {
        return device.fault(
                Kind.OUT_OF_ENVELOPE, "the set-point of " + setpoint.signal().name() + " was not sent: " + why);
    }
}
