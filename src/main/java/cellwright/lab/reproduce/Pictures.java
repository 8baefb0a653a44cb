package cellwright.lab.reproduce;

import cellwright.figure.Figure;
import cellwright.figure.Zone;
import cellwright.lab.RunData;
import java.util.List;

/** Figures that several experiments share. */
final class Pictures {
    private Pictures() {}

    /**
     * A life: capacities, efficiencies, and the curves of some cycles.
     *
     * @param from the first cycle whose capacity is drawn
     * @param zone what the capacities should lie within, mAh/g
     * @param cycles whose curves are drawn
     */
    static Figure life(String title, RunData data, int from, Zone zone, int... cycles) {
        return new Figure(
                title,
                "",
                List.of(
                        Curves.capacities(data, from).within(zone),
                        Curves.efficiencies(data),
                        Curves.voltages(data, cycles)));
    }
}
