package cellwright.opcua.session;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/**
 * The last known value of each role, and since when it is known, by our own clock. Pinned up by the library's threads and by
 * the instrument's; any thread.
 */
final class Noticeboard {
    private final DataValue[] values;
    private final long[] renewedNanos;
    private final IntPredicate countsByValue;
    private long heardNanos;
    private boolean gap;
    private boolean torn;

    /**
     * An empty board.
     *
     * @param countsByValue whether a role is renewed by another value, as a heartbeat is, and not by another stamp
     */
    Noticeboard(int roles, IntPredicate countsByValue, long nowNanos) {
        this.values = new DataValue[roles];
        Arrays.fill(values, new DataValue(StatusCodes.Bad_WaitingForInitialData));
        this.renewedNanos = new long[roles];
        Arrays.fill(renewedNanos, nowNanos);
        this.countsByValue = countsByValue;
        this.heardNanos = nowNanos;
    }

    /** A value arrived. */
    synchronized void pin(int role, DataValue value, long nowNanos) {
        boolean renewed =
                countsByValue.test(role) ? !value.value().equals(values[role].value()) : !isCopy(value, values[role]);
        if (renewed) {
            renewedNanos[role] = nowNanos;
        }
        values[role] = value;
    }

    /** Whether a value says nothing new: the same stamp, or no stamp and the same value. */
    private static boolean isCopy(DataValue value, DataValue before) {
        return value.sourceTime() == null
                ? value.value().equals(before.value()) && before.sourceTime() == null
                : Objects.equals(value.sourceTime(), before.sourceTime());
    }

    /** The server gave a sign of life on the subscription. */
    synchronized void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** Something was missed. */
    synchronized void missed() {
        gap = true;
    }

    /** The subscription is no more. */
    synchronized void tear() {
        torn = true;
        gap = true;
    }

    synchronized boolean isTorn() {
        return torn;
    }

    /** A new subscription stands. */
    synchronized void mend(long nowNanos) {
        torn = false;
        heardNanos = nowNanos;
    }

    /** Whether something was missed since this was asked last. */
    synchronized boolean takeGap() {
        boolean was = gap;
        gap = false;
        return was;
    }

    synchronized DataValue value(int role) {
        return values[role];
    }

    /** Nanoseconds since a role was renewed. */
    synchronized long ageNanos(int role, long nowNanos) {
        return nowNanos - renewedNanos[role];
    }

    /** Nanoseconds since the subscription's last sign of life. */
    synchronized long silenceNanos(long nowNanos) {
        return nowNanos - heardNanos;
    }
}
