package cellwright.opcua.session;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * The last known value of each role, and since when it is known, by our own clock. Pinned up by the library's threads and by
 * the instrument's; any thread.
 *
 * <p>A subscription tells each change once, so what it told must not be covered by anything older. An answer may be overtaken by
 * what is told: it counts only for roles of which nothing was told since it was asked for, or nothing with as late a stamp.
 * A subscription that another one replaces may still be heard: it writes with a {@link Pen} of its own, which by then is dry.
 */
final class Noticeboard {
    private final DataValue[] values;
    private final long[] renewedNanos;
    private final long[] toldAt;
    private final IntPredicate countsByValue;
    private Pen pen = new Pen();
    private long told;
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
        this.toldAt = new long[roles];
        this.countsByValue = countsByValue;
        this.heardNanos = nowNanos;
    }

    /** What a subscription writes with, until the next one gets its own. Any thread. */
    final class Pen {
        private Pen() {}

        /** A value was told; one that the server had no room for before it is a gap, though later ones come with it. */
        void told(int role, DataValue value, long nowNanos) {
            synchronized (Noticeboard.this) {
                if (pen == this) {
                    told++;
                    toldAt[role] = told;
                    gap |= value.statusCode().isOverflowSet();
                    pin(role, value, nowNanos);
                }
            }
        }

        /** The server gave a sign of life on the subscription. */
        void heard(long nowNanos) {
            synchronized (Noticeboard.this) {
                if (pen == this) {
                    heardNanos = nowNanos;
                }
            }
        }

        /** Something was missed. */
        void missed() {
            synchronized (Noticeboard.this) {
                gap |= pen == this;
            }
        }

        /** The subscription is no more, or never came to be. */
        void tear() {
            synchronized (Noticeboard.this) {
                torn |= pen == this;
                gap |= pen == this;
            }
        }
    }

    /** A pen for a subscription that is about to be made. The ones before write no more. */
    synchronized Pen pen() {
        torn = false;
        pen = new Pen();
        return pen;
    }

    /** A mark by which an answer is known to be asked for now. */
    synchronized long asking() {
        return told;
    }

    /**
     * A value was answered.
     *
     * @param asked the mark of when it was asked for
     */
    synchronized void answered(int role, DataValue value, long asked, long nowNanos) {
        if (toldAt[role] <= asked || isLater(value.sourceTime(), values[role].sourceTime())) {
            pin(role, value, nowNanos);
        }
    }

    /** What was told may also come late: where both have the source's stamp, the later one counts. */
    private static boolean isLater(@Nullable DateTime one, @Nullable DateTime other) {
        return one != null && other != null && one.getUtcTime() > other.getUtcTime();
    }

    private void pin(int role, DataValue value, long nowNanos) {
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

    /** Something was missed. */
    synchronized void missed() {
        gap = true;
    }

    /** Whether the subscription is no more. */
    synchronized boolean isTorn() {
        return torn;
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
