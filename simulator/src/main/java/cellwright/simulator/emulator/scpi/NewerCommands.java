package cellwright.simulator.emulator.scpi;

import java.util.List;
import java.util.Locale;

/** What only the 2450 and its like know. */
final class NewerCommands {
    private static final List<Integer> PROTECTIONS = List.of(2, 5, 10, 20, 40, 60, 80, 100, 120, 140, 160, 180);

    private static final int CLAMPED = 4;
    private static final int MEASURED_BACK = 8;
    private static final int LIMITED = 32;
    private static final int FOUR_WIRES = 64;
    private static final int OUTPUT = 128;
    private static final int FRONT = 8;

    private final Commands common;
    private final SourceUnit unit;
    private String sensed = SourceUnit.CURRENT;

    NewerCommands(Commands common) {
        this.common = common;
        this.unit = common.unit();
    }

    void addTo(Tree tree) {
        tree.add(":FORMat:ASCii:PRECision", new Setting.Count(0, 16));
        tree.add("*LANG", Commands.asked(() -> "SCPI"));
        tree.add(":OUTPut:CURRent:SMODe", common.offState(unit.offWhileCurrent));
        tree.add(":OUTPut:VOLTage:SMODe", common.offState(unit.offWhileVoltage));
        tree.add(":OUTPut:SMODe", common.offState(unit.offWhileCurrent, unit.offWhileVoltage));
        tree.add(":SOURce:CURRent:VLIMit[:LEVel]", unit.voltLimit);
        tree.add(":SOURce:VOLTage:ILIMit[:LEVel]", unit.ampLimit);
        tree.add(":SOURce:CURRent:VLIMit[:LEVel]:TRIPped", Commands.asked(this::tripped));
        tree.add(":SOURce:VOLTage:ILIMit[:LEVel]:TRIPped", Commands.asked(this::tripped));
        tree.add(":SOURce:CURRent:READ:BACK", new Setting.Flag(true));
        tree.add(":SOURce:VOLTage:READ:BACK", new Setting.Flag(true));
        tree.add(":SOURce:VOLTage:PROTection[:LEVel]", protection());
        tree.add(":SENSe:CURRent[:DC]:RSENse", common.fourWires());
        tree.add(":SENSe:VOLTage[:DC]:RSENse", common.fourWires());
        tree.add(":SENSe:COUNt", new Setting.Count(1, 2500));
        tree.add(":SENSe:FUNCtion[:ON]", sensed());
        tree.add(":READ", reading());
    }

    private String tripped() {
        return unit.limited() ? "1" : "0";
    }

    private Tree.Node protection() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                String step = argument.toUpperCase(Locale.ROOT);
                if (step.equals("NONE")) {
                    unit.protection(210);
                    return;
                }
                unit.protection(PROTECTIONS.stream()
                        .filter(volts -> step.equals("PROT" + volts))
                        .findFirst()
                        .orElseThrow(Refusal::illegalParameter));
            }

            @Override
            public String get(String argument) {
                return unit.protection() > 180 ? "NONE" : "PROT" + Math.round(unit.protection());
            }
        };
    }

    private Tree.Node sensed() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                String bare = argument.replaceAll("[\"']", "").toUpperCase(Locale.ROOT);
                sensed = switch (bare) {
                    case "VOLT", "VOLTAGE", "VOLT:DC" -> SourceUnit.VOLTAGE;
                    case "CURR", "CURRENT", "CURR:DC" -> SourceUnit.CURRENT;
                    default -> throw Refusal.illegalParameter();
                };
            }

            @Override
            public String get(String argument) {
                return '"' + sensed + ":DC\"";
            }
        };
    }

    private Tree.Node reading() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                throw Refusal.undefinedHeader();
            }

            @Override
            public String get(String argument) throws Refusal {
                String[] elements = argument.split(",");
                var reading = new StringBuilder(elements.length > 1 ? "" : value(sensed));
                for (int i = 1; i < elements.length; i++) {
                    reading.append(i == 1 ? "" : ",")
                            .append(element(elements[i].strip().toUpperCase(Locale.ROOT)));
                }
                return reading.toString();
            }
        };
    }

    private String element(String name) throws Refusal {
        return switch (name) {
            case "READ", "READING" -> value(sensed);
            case "SOUR", "SOURCE" -> value(unit.function.value());
            case "REL", "RELATIVE" -> common.kind().number(common.seconds());
            case "SOURSTAT", "SOURSTATUS" -> Integer.toString(sourceStatus());
            case "STAT", "STATUS" -> Integer.toString(common.front() ? FRONT : 0);
            default -> throw Refusal.illegalParameter();
        };
    }

    private String value(String quantity) {
        return common.kind().number(quantity.equals(SourceUnit.VOLTAGE) ? unit.seenVolts() : unit.seenAmps());
    }

    private int sourceStatus() {
        return MEASURED_BACK
                | (common.mischief().clamped() ? CLAMPED : 0)
                | (unit.on() && unit.limited() ? LIMITED : 0)
                | (common.fourWires().on() ? FOUR_WIRES : 0)
                | (unit.on() ? OUTPUT : 0);
    }
}
