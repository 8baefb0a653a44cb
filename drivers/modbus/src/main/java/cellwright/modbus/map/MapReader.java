package cellwright.modbus.map;

import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Table;
import cellwright.modbus.map.ReadPlan.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a register map. Everything wrong with it is told at once, each with file, line and column. Pure, any thread. */
public final class MapReader {
    private static final Map<String, Boolean> FUNCTIONS = Map.of("6", true, "16", false);
    private static final int LONGEST_PAUSE = 1000;
    private static final int LONGEST_BRIDGE = 20;

    private final Faults faults;
    private final Keys keys;
    private final Defaults defaults;

    private MapReader(Faults faults, Node root, Optional<BigDecimal> division) {
        this.faults = faults;
        this.keys = new Keys(root, "a register map", faults);
        this.defaults = Defaults.of(keys, division, faults);
    }

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @param text the whole of it
     * @param division what one count of the device stands for, if the settings say it; before the map's own
     * @throws UnreadableMap with all faults
     */
    public static RegisterMap read(String file, String text, Optional<BigDecimal> division) throws UnreadableMap {
        var faults = new Faults(file);
        Optional<Node> root = Tree.read(text, faults);
        faults.judge();
        RegisterMap map = new MapReader(faults, root.orElseThrow(), division).map();
        faults.judge();
        return map;
    }

    private RegisterMap map() {
        boolean singles = keys.wordOr("write with", FUNCTIONS, false);
        int most = keys.whole("most", 2, Call.MOST_READ, Call.MOST_READ);
        int bridge = keys.whole("bridge", 0, LONGEST_BRIDGE, 0);
        List<IdentityItem> identity = new IdentityReader(defaults).read(keys);
        List<Field> fields = new FieldReader(defaults).read(keys);
        List<Setpoint> setpoints = new SetpointReader(defaults, fields).read(keys);
        List<Call.Read> identityReads = ReadPlan.together(
                identity.stream()
                        .map(item -> new Stretch(item.table(), item.at(), item.count()))
                        .toList(),
                0,
                most);
        List<Call.Read> reads = ReadPlan.together(
                fields.stream().map(field -> Stretch.of(field.spot())).toList(), bridge, most);
        mistakable(identityReads, reads, setpoints);
        var map = new RegisterMap(
                keys.text("device"),
                keys.text("maker"),
                keys.text("model"),
                singles,
                Duration.ofMillis(keys.whole("pause", 0, LONGEST_PAUSE, 0)),
                identity,
                identityReads,
                fields,
                reads,
                setpoints,
                commands(singles));
        keys.noOthers();
        return map;
    }

    /** RTU answers have no number: after a failure only an answer of a length of its own tells that the step is found. */
    private void mistakable(List<Call.Read> identity, List<Call.Read> reads, List<Setpoint> setpoints) {
        List<Call.Read> others = new ArrayList<>(reads);
        setpoints.forEach(setpoint -> setpoint.spots().forEach(spot -> others.add(spot.read())));
        for (int i = 0; i < identity.size(); i++) {
            Call.Read one = identity.get(i);
            others.stream()
                    .filter(other -> ReadPlan.alike(one, other))
                    .findFirst()
                    .ifPresent(other -> {
                        faults.add(
                                keys.place("identity"),
                                ("the identity from register %d is as long as what is read from register %d, and answers do not say"
                                                + " what they answer; read another number of registers, or registers: input")
                                        .formatted(one.at(), other.at()));
                    });
            others.add(one);
        }
    }

    private Map<String, Call> commands(boolean singles) {
        Map<String, Call> commands = new TreeMap<>();
        for (Keys each : keys.list("commands", "a command")) {
            String name = each.text("name");
            Fix fix = defaults.fix(each);
            if (fix.spot().table() == Table.INPUT) {
                faults.add(each.place(), "input registers cannot be written; use holding registers");
            }
            each.noOthers();
            List<Integer> words =
                    fix.spot().encode(fix.number(), RoundingMode.HALF_EVEN).orElse(List.of(0));
            if (commands.put(name, RegisterMap.write(singles, fix.spot().at(), words)) != null) {
                faults.add(each.place("name"), "there are two commands \"" + name + '"');
            }
        }
        return commands;
    }
}
