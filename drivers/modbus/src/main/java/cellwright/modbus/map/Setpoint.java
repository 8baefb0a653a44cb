package cellwright.modbus.map;

import cellwright.instrument.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A quantity the device regulates.
 *
 * @param signal which; also the signal of a field
 * @param spot where its set-point is written and read back
 * @param scaling the way from there to SI
 * @param low smallest set-point, SI
 * @param high largest set-point, SI
 * @param lowAt where the device tells its own smallest set-point, in the same form
 * @param highAt where the device tells its own largest set-point
 * @param needs what must stand elsewhere before a set-point is written; looked at, never written
 * @param ramp how it limits the rate, if it can
 */
public record Setpoint(
        Signal signal,
        Spot spot,
        Scaling scaling,
        BigDecimal low,
        BigDecimal high,
        Optional<Spot> lowAt,
        Optional<Spot> highAt,
        List<Need> needs,
        Optional<RampPlan> ramp) {
    /** Takes an immutable copy. */
    public Setpoint {
        needs = List.copyOf(needs);
    }

    /**
     * Something that a person has to have set at the device.
     *
     * @param fix what must stand where
     * @param otherwise what it means if something else stands there
     */
    public record Need(Fix fix, String otherwise) {}

    /**
     * A limit of the set-point's rate inside the device.
     *
     * @param spot where the rate is written
     * @param scaling the way from there to SI per second
     * @param low smallest rate, SI per second
     * @param high largest rate
     * @param on written when there is to be a ramp
     * @param off written when there is to be none
     */
    public record RampPlan(Spot spot, Scaling scaling, BigDecimal low, BigDecimal high, List<Fix> on, List<Fix> off) {
        /** Takes immutable copies. */
        public RampPlan {
            on = List.copyOf(on);
            off = List.copyOf(off);
        }
    }

    /** Everything of it that is read or written alone. */
    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        spots.add(spot);
        lowAt.ifPresent(spots::add);
        highAt.ifPresent(spots::add);
        needs.forEach(need -> spots.add(need.fix().spot()));
        ramp.ifPresent(plan -> {
            spots.add(plan.spot());
            plan.on().forEach(fix -> spots.add(fix.spot()));
            plan.off().forEach(fix -> spots.add(fix.spot()));
        });
        return spots;
    }
}
