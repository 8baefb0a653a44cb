package cellwright.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the coulombic efficiency of a cycle may be compared. After a discharge at a low rate a charge at a high one finds a cell
 * that is emptier than that rate would leave it, and the ratio of the charges is off by whole percents, with a perfect cell.
 */
public enum RateMark {
    /** The discharge is at the rate of the one before, and the charge at that rate or at the rate of the charge before. */
    SAME,
    /** A rate changed within the cycle or at its beginning: its efficiency is none. */
    RATE_CHANGED,
    /** A current is not known, as of the first cycle that of the discharge before it. */
    UNKNOWN;

    private static final double TOLERANCE = 0.05;

    /**
     * Marks cycles in their order, with a tolerance of 5 %.
     *
     * <p>A cycle is marked if its charge current differs from the discharge current before it. Two refinements: a run that always
     * charges and discharges at the same two currents is marked only where it begins to; and a cycle whose discharge current
     * differs from the discharge current before it is marked too, since it ends elsewhere than it began.
     */
    public static List<RateMark> of(List<CycleCurrents> cycles) {
        List<RateMark> marks = new ArrayList<>();
        for (int i = 0; i < cycles.size(); i++) {
            marks.add(i == 0 ? UNKNOWN : of(cycles.get(i - 1), cycles.get(i)));
        }
        return List.copyOf(marks);
    }

    private static RateMark of(CycleCurrents before, CycleCurrents cycle) {
        double needed = before.dischargeAmps() + cycle.chargeAmps() + cycle.dischargeAmps();
        if (Double.isNaN(needed)) {
            return UNKNOWN;
        }
        boolean endsAsItBegan = same(before.dischargeAmps(), cycle.dischargeAmps());
        boolean chargesAsDischarged = same(before.dischargeAmps(), cycle.chargeAmps());
        boolean chargesAsBefore = same(before.chargeAmps(), cycle.chargeAmps());
        return endsAsItBegan && (chargesAsDischarged || chargesAsBefore) ? SAME : RATE_CHANGED;
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(one, other);
    }
}
