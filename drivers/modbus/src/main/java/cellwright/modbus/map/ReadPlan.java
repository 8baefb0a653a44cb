package cellwright.modbus.map;

import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which registers are read together. Pure. */
final class ReadPlan {
    private ReadPlan() {}

    /**
     * Registers of one table that follow each other.
     *
     * @param table which table
     * @param at first address
     * @param count how many
     */
    record Stretch(Table table, int at, int count) {
        static Stretch of(Spot spot) {
            return new Stretch(spot.table(), spot.at(), spot.type().registers());
        }
    }

    /**
     * As few calls as possible.
     *
     * @param bridge so many registers between two stretches are read along
     * @param most registers in one call, at least the longest stretch
     */
    static List<Call.Read> together(List<Stretch> stretches, int bridge, int most) {
        List<Stretch> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparing(Stretch::table).thenComparingInt(Stretch::at));
        List<Call.Read> calls = new ArrayList<>();
        for (Stretch next : sorted) {
            if (!calls.isEmpty() && fits(calls.getLast(), next, bridge, most)) {
                calls.add(joined(calls.removeLast(), next));
            } else {
                calls.add(new Call.Read(next.table(), next.at(), next.count()));
            }
        }
        return calls;
    }

    private static boolean fits(Call.Read last, Stretch next, int bridge, int most) {
        return last.table() == next.table()
                && next.at() - (last.at() + last.count()) <= bridge
                && joined(last, next).count() <= most;
    }

    private static Call.Read joined(Call.Read last, Stretch next) {
        int end = Math.max(last.at() + last.count(), next.at() + next.count());
        return new Call.Read(last.table(), last.at(), end - last.at());
    }

    /** Whether answers to both look alike, so that on a line without numbers one could be taken for the other. */
    static boolean alike(Call.Read one, Call.Read other) {
        return one.table() == other.table() && one.count() == other.count();
    }
}
