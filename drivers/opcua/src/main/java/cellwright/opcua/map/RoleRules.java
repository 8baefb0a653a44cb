package cellwright.opcua.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which roles there are, what each may hold and which an instrument must have. */
final class RoleRules {
    /** What a role's value is. */
    enum Sort {
        QUANTITY,
        FLAG,
        CODE,
        COUNTER,
        TEXT
    }

    /**
     * What is known of a role.
     *
     * @param sort what its value is
     * @param dimension the SI unit it must have; empty for any
     */
    record Rule(Sort sort, Optional<String> dimension) {
        boolean admits(ValueType type) {
            return switch (sort) {
                case QUANTITY -> type.isReal() || type.isWhole();
                case FLAG -> type == ValueType.BOOLEAN;
                case CODE -> type.isWhole() || type == ValueType.BOOLEAN;
                case COUNTER -> type.isWhole();
                case TEXT -> type == ValueType.STRING;
            };
        }

        String types() {
            return switch (sort) {
                case QUANTITY -> "a type of numbers";
                case FLAG -> "Boolean";
                case CODE -> "a type of whole numbers or Boolean";
                case COUNTER -> "a type of whole numbers";
                case TEXT -> "String";
            };
        }
    }

    private static final Map<String, String> DIMENSIONS =
            Map.of("Force", "N", "Pressure", "Pa", "Temperature", "K", "Voltage", "V", "Current", "A", "Charge", "C");
    private static final Set<String> IDENTITY =
            Set.of("Identity.Maker", "Identity.Model", "Identity.Serial", "Identity.Firmware");
    private static final Map<String, String> POTENTIOSTAT = Map.of(
            "Voltage.Setpoint", "V",
            "Current.Setpoint", "A",
            "Current.Limit", "A",
            "Guard.Voltage.Min", "V",
            "Guard.Voltage.Max", "V",
            "Guard.Current.Max", "A",
            "Guard.Time", "s");

    private RoleRules() {}

    /** The quantities an instrument of a kind may regulate, the first that has a set-point counts. */
    static List<String> regulated(Kind kind) {
        return switch (kind) {
            case PRESS -> List.of("Force", "Pressure");
            case CHAMBER -> List.of("Temperature");
            case POTENTIOSTAT, SENSOR -> List.of();
        };
    }

    /** What is known of a role of a kind of instrument; empty if there is no such role. */
    static Optional<Rule> rule(Kind kind, String role) {
        if (IDENTITY.contains(role)) {
            return Optional.of(new Rule(Sort.TEXT, Optional.empty()));
        }
        if (role.startsWith("Heartbeat.")) {
            boolean known = role.equals("Heartbeat.Host") || role.equals("Heartbeat.Plc");
            return known ? Optional.of(new Rule(Sort.COUNTER, Optional.empty())) : Optional.empty();
        }
        if (role.equals("State") || role.equals("Mode")) {
            return Optional.of(new Rule(Sort.CODE, Optional.empty()));
        }
        if (role.equals("Enable")
                || role.equals("Identity.Simulated")
                || role.matches("(Interlock|Alarm)\\.[A-Z]\\w*")) {
            return Optional.of(new Rule(Sort.FLAG, Optional.empty()));
        }
        Optional<Rule> command = kind == Kind.POTENTIOSTAT
                ? Optional.ofNullable(POTENTIOSTAT.get(role)).map(RoleRules::quantity)
                : regulation(kind, role);
        return command.or(() -> measured(role));
    }

    private static Rule quantity(String dimension) {
        return new Rule(Sort.QUANTITY, Optional.of(dimension));
    }

    private static Optional<Rule> regulation(Kind kind, String role) {
        for (String quantity : regulated(kind)) {
            String dimension = DIMENSIONS.get(quantity);
            if (role.equals(quantity + ".SetpointRamp")) {
                return Optional.of(quantity(dimension + "/s"));
            }
            if (role.equals(quantity + ".Target.Reached")) {
                return Optional.of(new Rule(Sort.FLAG, Optional.empty()));
            }
            if (role.matches(quantity + "\\.(Setpoint|Min|Max)")) {
                return Optional.of(quantity(String.valueOf(dimension)));
            }
        }
        if (kind == Kind.PRESS && role.equals("Area")) {
            return Optional.of(quantity("m2"));
        }
        return kind == Kind.PRESS && role.equals("Tare") ? Optional.of(quantity("N")) : Optional.empty();
    }

    private static Optional<Rule> measured(String role) {
        if (!role.matches("[A-Z]\\w*\\.(Actual|Filtered)")) {
            return Optional.empty();
        }
        String quantity = role.substring(0, role.indexOf('.'));
        return Optional.of(new Rule(Sort.QUANTITY, Optional.ofNullable(DIMENSIONS.get(quantity))));
    }

    /** What an instrument of a kind cannot do without, one sentence for each that is missing. */
    static List<String> missing(Kind kind, Set<String> roles) {
        List<String> missing = new ArrayList<>();
        switch (kind) {
            case PRESS, CHAMBER -> {
                List<String> quantities = regulated(kind);
                Optional<String> one = quantities.stream()
                        .filter(quantity -> roles.contains(quantity + ".Setpoint"))
                        .findFirst();
                if (one.isEmpty()) {
                    missing.add("a " + kind.word() + " needs a role " + String.join(".Setpoint or ", quantities)
                            + ".Setpoint");
                } else if (!roles.contains(one.get() + ".Actual")) {
                    missing.add("a " + kind.word() + " with a set-point needs a role " + one.get() + ".Actual");
                }
            }
            case POTENTIOSTAT -> {
                for (String role :
                        List.of("Voltage.Actual", "Current.Actual", "Voltage.Setpoint", "Current.Setpoint", "Mode")) {
                    if (!roles.contains(role)) {
                        missing.add("a potentiostat needs a role " + role);
                    }
                }
            }
            case SENSOR -> {
                if (roles.stream().noneMatch(role -> role.endsWith(".Actual"))) {
                    missing.add("a sensor needs at least one role that ends in .Actual");
                }
            }
        }
        return missing;
    }

    /** The roles there are, for messages. */
    static String words(Kind kind) {
        List<String> words = new ArrayList<>();
        for (String quantity : regulated(kind)) {
            words.add(quantity + ".Setpoint, .SetpointRamp, .Min, .Max, .Target.Reached");
        }
        if (kind == Kind.PRESS) {
            words.add("Area, Tare");
        }
        if (kind == Kind.POTENTIOSTAT) {
            words.addAll(POTENTIOSTAT.keySet().stream().sorted().toList());
        }
        words.add("NAME.Actual, NAME.Filtered, State, Mode, Enable, Interlock.NAME, Alarm.NAME");
        words.add("Heartbeat.Host, Heartbeat.Plc, Identity.Maker, .Model, .Serial, .Firmware, .Simulated");
        return String.join(", ", words);
    }
}
