package cellwright.simulator.emulator.scpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What only the 2400 family knows. */
final class ClassicCommands {
    private static final List<String> ELEMENTS = List.of("VOLT", "CURR", "RES", "TIME", "STAT");
    private static final double NOT_A_NUMBER = 9.91e37;

    private static final int OVERFLOW = 1;
    private static final int FRONT = 1 << 2;
    private static final int LIMITED = 1 << 3;
    private static final int CLAMPED = 1 << 4;
    private static final int MEASURES = 1 << 11 | 1 << 12;
    private static final int SOURCES_VOLTAGE = 1 << 14;
    private static final int SOURCES_CURRENT = 1 << 15;
    private static final int FOUR_WIRES = 1 << 22;

    private final Commands common;
    private final SourceUnit unit;
    private final TreeSet<String> functions = new TreeSet<>(List.of("CURR"));
    private final Setting.Flag concurrent = new Setting.Flag(true);
    private List<String> elements = ELEMENTS;

    ClassicCommands(Commands common) {
        this.common = common;
        this.unit = common.unit();
    }

    void addTo(Tree tree) {
        Map<String, String> modes = Map.of("FIX", "FIXED", "SWE", "SWEEP", "LIST", "LIST");
        tree.add(":OUTPut:SMODe", common.offState(unit.offWhileCurrent, unit.offWhileVoltage));
        tree.add(":SOURce:CLEar:AUTO", new Setting.Flag(false));
        tree.add(":SOURce:CURRent:MODE", new Setting.Word("FIX", modes));
        tree.add(":SOURce:VOLTage:MODE", new Setting.Word("FIX", modes));
        tree.add(":SOURce:VOLTage:PROTection[:LEVel]", protection());
        tree.add(":SENSe:VOLTage[:DC]:PROTection[:LEVel]", unit.voltLimit);
        tree.add(":SENSe:CURRent[:DC]:PROTection[:LEVel]", unit.ampLimit);
        tree.add(":SENSe:VOLTage[:DC]:PROTection:TRIPped", Commands.asked(this::tripped));
        tree.add(":SENSe:CURRent[:DC]:PROTection:TRIPped", Commands.asked(this::tripped));
        tree.add(":SENSe:FUNCtion:CONCurrent", concurrent);
        tree.add(":SENSe:FUNCtion[:ON]", functions());
        tree.add(":SYSTem:RSENse", common.fourWires());
        tree.add(":SYSTem:AZERo[:STATe]", new Setting.Flag(true));
        tree.add(":FORMat:ELEMents", elements());
        tree.add(":ARM:COUNt", new Setting.Count(1, 2500));
        tree.add(":TRIGger:COUNt", new Setting.Count(1, 2500));
        tree.add(":READ", Commands.asked(this::reading));
    }

    private String tripped() {
        return unit.limited() ? "1" : "0";
    }

    private Tree.Node protection() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                var wanted = new Setting.Quantity(common.kind(), 0, 0, 210);
                wanted.set(argument);
                unit.protection(wanted.value());
            }

            @Override
            public String get(String argument) {
                return common.kind().number(unit.protection());
            }
        };
    }

    private Tree.Node functions() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                List<String> wanted = Arrays.stream(argument.replaceAll("[\"' ]", "")
                                .toUpperCase(Locale.ROOT)
                                .split(","))
                        .map(name -> name.replace(":DC", ""))
                        .toList();
                if (!List.of("VOLT", "CURR", "RES").containsAll(wanted)) {
                    throw Refusal.illegalParameter();
                }
                if (!concurrent.on()) {
                    functions.clear();
                }
                functions.addAll(concurrent.on() ? wanted : wanted.subList(0, 1));
            }

            @Override
            public String get(String argument) {
                return String.join(
                        ",",
                        functions.descendingSet().stream()
                                .map(name -> '"' + name + (name.equals("RES") ? "\"" : ":DC\""))
                                .toList());
            }
        };
    }

    private Tree.Node elements() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                List<String> wanted = List.of(
                        argument.replace(" ", "").toUpperCase(Locale.ROOT).split(","));
                if (!ELEMENTS.containsAll(wanted)) {
                    throw Refusal.illegalParameter();
                }
                elements = ELEMENTS.stream().filter(wanted::contains).toList();
            }

            @Override
            public String get(String argument) {
                return String.join(",", elements);
            }
        };
    }

    private String reading() throws Refusal {
        if (!unit.on()) {
            throw new Refusal(803, "Not permitted with OUTPUT off");
        }
        return String.join(
                ",",
                elements.stream().map(this::value).map(common.kind()::number).toList());
    }

    private double value(String element) {
        return switch (element) {
            case "VOLT" -> functions.contains("VOLT") ? unit.seenVolts() : programmedVolts();
            case "CURR" -> functions.contains("CURR") ? unit.seenAmps() : programmedAmps();
            case "TIME" -> common.seconds();
            case "STAT" -> status();
            default -> NOT_A_NUMBER;
        };
    }

    private double programmedVolts() {
        return unit.sourcesCurrent() ? NOT_A_NUMBER : unit.volts.value();
    }

    private double programmedAmps() {
        return unit.sourcesCurrent() ? unit.amps.value() : NOT_A_NUMBER;
    }

    private int status() {
        boolean overflow = Math.abs(unit.seenAmps()) > 1e37 || Math.abs(unit.seenVolts()) > 1e37;
        return MEASURES
                | (overflow ? OVERFLOW : 0)
                | (common.front() ? FRONT : 0)
                | (unit.limited() ? LIMITED : 0)
                | (common.mischief().clamped() ? CLAMPED : 0)
                | (unit.sourcesCurrent() ? SOURCES_CURRENT : SOURCES_VOLTAGE)
                | (common.fourWires().on() ? FOUR_WIRES : 0);
    }
}
