package cellwright.modbus.map;

import cellwright.instrument.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the part {@code setpoints}. One thread. */
final class SetpointReader {
    private final Defaults defaults;
    private final Faults faults;
    private final List<Field> fields;

    SetpointReader(Defaults defaults, List<Field> fields) {
        this.defaults = defaults;
        this.faults = defaults.faults();
        this.fields = fields;
    }

    List<Setpoint> read(Keys map) {
        List<Setpoint> setpoints = new ArrayList<>();
        for (Keys keys : map.list("setpoints", "a set-point")) {
            Setpoint setpoint = setpoint(keys);
            keys.noOthers();
            if (setpoints.stream().anyMatch(other -> other.signal().equals(setpoint.signal()))) {
                faults.add(
                        keys.place("signal"),
                        "there are two set-points of " + setpoint.signal().name());
            }
            clash(keys, setpoint);
            setpoints.add(setpoint);
        }
        return setpoints;
    }

    private Setpoint setpoint(Keys keys) {
        Spot spot = defaults.writable(keys, defaults.spot(keys));
        Scaling scaling = defaults.scaling(keys);
        List<BigDecimal> range = keys.range("range");
        return new Setpoint(
                signal(keys, scaling),
                spot,
                scaling,
                scaling.unit().toSi(range.getFirst()),
                scaling.unit().toSi(range.getLast()),
                limit(keys, "low", spot),
                limit(keys, "high", spot),
                needs(keys),
                keys.inside("ramp", "a ramp").map(this::ramp));
    }

    private Signal signal(Keys keys, Scaling scaling) {
        String name = keys.text("signal");
        Signal signal = defaults.signal(keys, name, scaling.unit().si());
        if (fields.stream().noneMatch(field -> field.signal().equals(Optional.of(signal)))) {
            faults.add(
                    keys.place("signal"),
                    "what is regulated must be read too: there is no field with the signal \"" + name + '"');
        }
        return signal;
    }

    private Optional<Spot> limit(Keys keys, String key, Spot form) {
        return keys.inside(key, "a limit of the device").map(limit -> {
            Spot spot = defaults.spot(limit, form.type());
            limit.noOthers();
            return spot;
        });
    }

    private List<Setpoint.Need> needs(Keys keys) {
        List<Setpoint.Need> needs = new ArrayList<>();
        for (Keys each : keys.list("needs", "a need")) {
            needs.add(new Setpoint.Need(defaults.fix(each), each.text("otherwise")));
            each.noOthers();
        }
        return needs;
    }

    private Setpoint.RampPlan ramp(Keys keys) {
        Spot spot = defaults.writable(keys, defaults.spot(keys));
        Scaling rate = defaults.rate(keys);
        List<BigDecimal> range = keys.range("range");
        if (range.getFirst().signum() <= 0) {
            faults.add(keys.place("range"), "the smallest rate must be above 0");
        }
        var plan = new Setpoint.RampPlan(
                spot,
                rate,
                rate.unit().toSi(range.getFirst()),
                rate.unit().toSi(range.getLast()),
                fixes(keys, "on"),
                fixes(keys, "off"));
        if (plan.off().isEmpty()) {
            faults.add(keys.place(), "a ramp needs \"off\": what is written when there is to be none");
        }
        keys.noOthers();
        return plan;
    }

    private List<Fix> fixes(Keys keys, String key) {
        List<Fix> fixes = new ArrayList<>();
        for (Keys each : keys.list(key, "a register to write")) {
            Fix fix = defaults.fix(each);
            defaults.writable(each, fix.spot());
            each.noOthers();
            fixes.add(fix);
        }
        return fixes;
    }

    /** Two of its registers, or one of its and one of a field, may be the same, but not half the same. */
    private void clash(Keys keys, Setpoint setpoint) {
        List<Spot> all = new ArrayList<>(setpoint.spots());
        fields.forEach(field -> all.add(field.spot()));
        for (Spot one : setpoint.spots()) {
            for (Spot other : all) {
                if (one.overlaps(other) && !one.equals(other)) {
                    faults.add(
                            keys.place(),
                            "registers from %d and from %d overlap and are not the same number"
                                    .formatted(one.at(), other.at()));
                    return;
                }
            }
        }
    }
}
