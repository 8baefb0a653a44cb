package cellwright.opcua.session;

import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Role;
import cellwright.opcua.map.ValueType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/**
 * What a value of a server is worth. Pure.
 *
 * <table>
 * <caption>how a server's words become a quality</caption>
 * <tr><td>status Bad</td><td>{@code MISSING}, no value</td></tr>
 * <tr><td>status Uncertain</td><td>{@code UNCERTAIN}</td></tr>
 * <tr><td>queue overflow, or the first after a gap</td><td>{@code UNCERTAIN}</td></tr>
 * <tr><td>too old by our own clock</td><td>{@code STALE}, no value</td></tr>
 * <tr><td>no number, or of another type</td><td>{@code BAD}, no value</td></tr>
 * </table>
 */
public final class Judgement {
    private Judgement() {}

    /**
     * A sample of a value.
     *
     * @param stale whether it is too old to be believed
     * @param afterGap whether something was missed before it
     */
    public static Sample of(Role role, Signal signal, DataValue value, boolean stale, boolean afterGap) {
        StatusCode status = value.statusCode();
        if (status.isBad()) {
            return new Sample(signal, Double.NaN, Quality.MISSING);
        }
        if (stale) {
            return new Sample(signal, Double.NaN, Quality.STALE);
        }
        double si = si(role, value);
        if (!Double.isFinite(si)) {
            return new Sample(signal, Double.NaN, Quality.BAD);
        }
        boolean doubtful = status.isUncertain() || status.isOverflowSet() || afterGap;
        return new Sample(signal, si, doubtful ? Quality.UNCERTAIN : Quality.GOOD);
    }

    /** The SI value, 1 or 0 of a flag; NaN if there is none or it has another type than the map says. */
    public static double si(Role role, DataValue value) {
        double number = number(role.type(), value.value().value());
        if (role.type() == ValueType.BOOLEAN) {
            return role.inverted() ? 1 - number : number;
        }
        return role.measure().si(number);
    }

    private static double number(ValueType type, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Boolean flag) {
            return type == ValueType.BOOLEAN ? (flag ? 1 : 0) : Double.NaN;
        }
        return value instanceof Number number && RawValues.isOf(type, value) ? number.doubleValue() : Double.NaN;
    }
}
