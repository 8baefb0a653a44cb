package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes nested loops of a flat list in which a loop says where it goes back to. */
final class FlatLoops {
    /** Loops within loops; each is two levels of the YAML it becomes. */
    private static final int MOST_DEEP = 12;

    private static final int MOST_STEPS = 20_000;
    static final int MOST_TIMES = 10_000_000;

    private final Ledger ledger;
    private final List<Part> parts = new ArrayList<>();
    private int steps;

    FlatLoops(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A step of the list, or a loop with what it goes around. */
    private record Part(int from, int to, int depth, boolean counts, Step step) {}

    /** Adds a step. */
    void add(int index, Step step, Place place) throws Complaint {
        if (++steps > MOST_STEPS) {
            throw new Complaint(place, "more than " + MOST_STEPS + " steps");
        }
        parts.add(new Part(index, index, 0, false, step));
    }

    /**
     * Closes a loop.
     *
     * @param index of the loop itself
     * @param target index it goes back to
     * @param times passes in all
     */
    void loop(int index, int target, int times, Place place) throws Complaint {
        int first = parts.size();
        while (first > 0 && parts.get(first - 1).to() >= target) {
            first--;
        }
        if (first == parts.size()) {
            throw new Complaint(place, "this loop repeats nothing; it must go back to an earlier step");
        }
        if (parts.get(first).from() < target) {
            throw new Complaint(place, "this loop goes back into the middle of another loop; loops must be nested");
        }
        List<Part> inside = parts.subList(first, parts.size());
        int depth = 1 + inside.stream().mapToInt(Part::depth).max().orElse(0);
        if (depth > MOST_DEEP) {
            throw new Complaint(place, "loops are nested more than " + MOST_DEEP + " deep");
        }
        boolean countedWithin = inside.stream().anyMatch(Part::counts);
        boolean cycle = !countedWithin && drives(inside, Direction.CHARGE) && drives(inside, Direction.DISCHARGE);
        ledger.assumed(place.toString(), counting(cycle, countedWithin));
        List<Step> body = inside.stream().map(Part::step).toList();
        Step loop = new Step.Repeat(Optional.of(times), Optional.empty(), cycle, body);
        int from = inside.getFirst().from();
        inside.clear();
        parts.add(new Part(from, index, depth, cycle || countedWithin, loop));
    }

    private static String counting(boolean cycle, boolean countedWithin) {
        if (cycle) {
            return "each pass of this loop charges and discharges, and is counted as a cycle";
        }
        return countedWithin
                ? "a loop within this one counts its passes as cycles; those of this loop are not counted"
                : "passes of this loop do not both charge and discharge, and are not counted as cycles";
    }

    private static boolean drives(List<Part> parts, Direction direction) {
        return parts.stream()
                .anyMatch(part -> part.step() instanceof Step.Drive drive
                        && drive.setting() instanceof Setting.Galvanostatic current
                        && current.direction() == direction);
    }

    /** Everything, nested. */
    List<Step> steps() {
        return parts.stream().map(Part::step).toList();
    }
}
