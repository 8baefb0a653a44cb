package cellwright.opcua;

import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.opcua.map.Role;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the roles of a map are called among the house's signals. Pure. */
final class Signals {
    private static final Pattern SILENT =
            Pattern.compile("(Identity|Heartbeat|Guard)\\..*|.*\\.(SetpointRamp|Min|Max|Limit)|Mode|Enable|Area|Tare");

    private Signals() {}

    /** Whether a role is among the signals of a reading. */
    static boolean isReported(Role role) {
        return !SILENT.matcher(role.name()).matches();
    }

    /** The signal of a role: {@code Force.Actual} is the force, {@code Force.Setpoint} the force setpoint. */
    static Signal of(Role role) {
        String words = role.name()
                .replaceFirst("\\.Actual$", "")
                .replace('.', ' ')
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return new Signal(words, unit(role.measure().dimension()));
    }

    private static Unit unit(String dimension) {
        for (Unit unit : Unit.values()) {
            if (unit.symbol().equals(dimension)) {
                return unit;
            }
        }
        return Unit.ONE;
    }
}
